import { words } from '#words/offline';
import type { RuntimeFile, Stack } from '../runtime/manifest.ts';
import type { Listing } from './listing.ts';

/** A path as it is taken along: the id that its address ends with, and the slugs of its lessons. */
export type PathLessons = { id: string; slugs: readonly string[] };

/** What a path needs of the site, without Python's own files. `pages` are addresses below the site's. */
export type Needed = { pages: string[]; files: readonly RuntimeFile[]; stacks: Stack[] };

/** Lists and single pages that every path leads to. */
const COMMON = [
  ...['', 'offline/', 'offline.json', '404.html', 'favicon.svg'],
  ...['lessons/', 'paths/', 'symptoms/', 'glossary/', 'cheat-sheet/', 'progress/'],
];
/** What a path that is opened in the browser is made of there. */
const OWN = ['paths/lessons.json'];

/** Throws a sentence where a lesson of the path is none of the site. */
export function neededFor({ id, slugs }: PathLessons, listing: Listing): Needed {
  const { pages, files } = listing;
  const own = id === 'own' ? [...OWN, ...slugs.map((slug) => `paths/lessons/${slug}.json`)] : [];
  const wanted = [
    ...COMMON,
    `paths/${id}/`,
    `paths/${id}/facilitate/`,
    ...slugs.map((slug) => `lessons/${slug}/`),
    ...own,
  ];
  // The list itself is none of what it lists.
  return {
    pages: wanted.filter((page) => page in pages || page === 'offline.json'),
    files,
    stacks: stacksOf(slugs, listing),
  };
}

/** Throws a sentence where one is none of the site’s lessons. */
export function stacksOf(slugs: readonly string[], { lessons }: Listing): Stack[] {
  return slugs.map((slug) => {
    const stack = lessons[slug];
    if (!stack) throw new Error(words.reasons.lessonGone(slug));
    return stack;
  });
}
