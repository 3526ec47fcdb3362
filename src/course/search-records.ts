import type { Glossary } from './glossary.ts';
import type { LearningPath } from './paths.ts';
import type { Sandbox } from './sandbox.ts';
import type { Symptom } from './symptoms.ts';

/** One thing to find that is no page of prose. `url` begins where the site does. */
export type SearchRecord = {
  url: string;
  kind: 'Word' | 'Symptom' | 'Path' | 'Sandbox' | 'Page';
  title: string;
  text: string;
};

const pages: readonly SearchRecord[] = [
  { url: '/lessons/', kind: 'Page', title: 'Lessons', text: 'All lessons, with your progress.' },
  {
    url: '/paths/',
    kind: 'Page',
    title: 'Paths',
    text: 'Lessons in an order, for a purpose and so many minutes, with notes for whoever leads a group.',
  },
  {
    url: '/paths/own/',
    kind: 'Page',
    title: 'A path of your own',
    text: 'Open a path that your team has written, as a file or a link.',
  },
  {
    url: '/sandboxes/',
    kind: 'Page',
    title: 'Sandboxes',
    text: 'All sandboxes: programs to run and change.',
  },
  {
    url: '/symptoms/',
    kind: 'Page',
    title: 'Symptoms',
    text: 'What you see, what it means, which tool answers it.',
  },
  {
    url: '/cheat-sheet/',
    kind: 'Page',
    title: 'Cheat sheet',
    text: 'From what you see to what you type, and what the answer means, on one page to print.',
  },
  { url: '/glossary/', kind: 'Page', title: 'Glossary', text: 'What the words mean.' },
  {
    url: '/sandboxes/own/',
    kind: 'Sandbox',
    title: 'Your own program',
    text: 'An empty sandbox: write run(i), or open a zip or a folder of your own, and have its memory judged.',
  },
  {
    url: '/report/',
    kind: 'Page',
    title: 'A report of your own',
    text: 'Open what python -m leaklab judge --json measured of your own service, and see it drawn.',
  },
  {
    url: '/linter/',
    kind: 'Page',
    title: 'What a linter sees of a leak',
    text: 'Which rules of Ruff point at what keeps memory, and what no linter can see.',
  },
];

/** Words, symptoms, sandboxes, paths and the lists of the site, as the search shows them. */
export function searchRecords(
  { terms }: Glossary,
  symptoms: readonly Symptom[],
  sandboxes: readonly Sandbox[],
  paths: readonly LearningPath[],
): SearchRecord[] {
  const plain = (text: string) => text.replaceAll('`', '');
  return [
    ...terms.map(({ id, word, aliases, means }): SearchRecord => {
      const also = aliases.length > 0 ? ` Also: ${aliases.join(', ')}.` : '';
      return { url: `/glossary/#${id}`, kind: 'Word', title: word, text: `${plain(means)}${also}` };
    }),
    ...symptoms.map(({ id, title, means, ask }): SearchRecord => {
      const tools = ask.map(({ tool, how }) => `${tool}: ${how}`).join(' ');
      return { url: `/symptoms/#${id}`, kind: 'Symptom', title, text: plain(`${means} ${tools}`) };
    }),
    ...sandboxes.map(({ id, title, summary, packages }): SearchRecord => {
      const uses = packages.length > 0 ? ` Uses ${packages.join(', ')}.` : '';
      return {
        url: `/sandboxes/${id}/`,
        kind: 'Sandbox',
        title: `Open the sandbox “${title}”`,
        text: `${summary}${uses}`,
      };
    }),
    ...paths.map(({ id, title, for: whom, afterwards }): SearchRecord => {
      const text = plain(`${whom} ${afterwards.join(' ')}`);
      return { url: `/paths/${id}/`, kind: 'Path', title, text };
    }),
    ...pages,
  ];
}
