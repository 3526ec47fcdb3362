import type { Glossary } from './glossary.ts';
import type { Sandbox } from './sandbox.ts';
import type { Symptom } from './symptoms.ts';

/** One thing to find that is no page of prose. `url` begins where the site does. */
export type SearchRecord = {
  url: string;
  kind: 'Word' | 'Symptom' | 'Sandbox' | 'Page';
  title: string;
  text: string;
};

const pages: readonly SearchRecord[] = [
  { url: '/lessons/', kind: 'Page', title: 'Lessons', text: 'All lessons, with your progress.' },
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

/** Words, symptoms, sandboxes and the lists of the site, as the search shows them. */
export function searchRecords(
  { terms }: Glossary,
  symptoms: readonly Symptom[],
  sandboxes: readonly Sandbox[],
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
    ...pages,
  ];
}
