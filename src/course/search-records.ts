import { words } from '#words/catalogue';
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

const { found, pages: told } = words;

const pages: readonly SearchRecord[] = [
  { url: '/lessons/', kind: 'Page', ...told.lessons },
  { url: '/paths/', kind: 'Page', ...told.paths },
  { url: '/paths/own/', kind: 'Page', ...told.ownPath },
  { url: '/sandboxes/', kind: 'Page', ...told.sandboxes },
  { url: '/symptoms/', kind: 'Page', ...told.symptoms },
  { url: '/cheat-sheet/', kind: 'Page', ...told.cheatSheet },
  { url: '/glossary/', kind: 'Page', ...told.glossary },
  { url: '/sandboxes/own/', kind: 'Sandbox', ...told.ownProgram },
  { url: '/report/', kind: 'Page', ...told.report },
  { url: '/linter/', kind: 'Page', ...told.linter },
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
      const text = plain(means);
      const all = aliases.length > 0 ? found.also(text, aliases.join(', ')) : text;
      return { url: `/glossary/#${id}`, kind: 'Word', title: word, text: all };
    }),
    ...symptoms.map(({ id, title, means, ask }): SearchRecord => {
      const tools = ask.map(({ tool, how }) => `${tool}: ${how}`).join(' ');
      return { url: `/symptoms/#${id}`, kind: 'Symptom', title, text: plain(`${means} ${tools}`) };
    }),
    ...sandboxes.map(({ id, title, summary, packages }): SearchRecord => {
      const text = packages.length > 0 ? found.uses(summary, packages.join(', ')) : summary;
      return { url: `/sandboxes/${id}/`, kind: 'Sandbox', title: found.openSandbox(title), text };
    }),
    ...paths.map(({ id, title, for: whom, afterwards }): SearchRecord => {
      const text = plain(`${whom} ${afterwards.join(' ')}`);
      return { url: `/paths/${id}/`, kind: 'Path', title, text };
    }),
    ...pages,
  ];
}
