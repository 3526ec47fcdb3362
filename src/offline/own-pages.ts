import { languages } from '../words/languages.ts';

/** What else lies below a site: Python’s own files, which the page keeps and verifies, and the sites of other languages. */
const APART = ['runtime/', ...languages.map(({ folder }) => folder).filter((folder) => folder !== '')];

/** Whether an address is one of the site’s own, which begins with `site`. A file whose name changes with its content is one too. */
export function isOwn(site: string, url: string): boolean {
  return url.startsWith(site) && !APART.some((folder) => url.startsWith(site + folder));
}
