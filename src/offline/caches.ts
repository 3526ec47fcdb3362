/** What is larger is kept when it is used, or with a path: the editor, the linter, the layout of graphs. */
export const LARGE_BYTES = 128 * 1024;

/** Where files are whose names change with their content, of every build. `site` is its address, with a slash at its end. */
export function filesCache(site: string): string {
  return `leaklab-files ${site}`;
}

/** Where the pages of one build are, so that none is shown with the scripts of another. */
export function pagesCache(site: string, build: string): string {
  return `${pagesOf(site)}${build}`;
}

/** How the names of all those begin that hold pages of this site; another one under the same origin has its own. */
export function pagesOf(site: string): string {
  return `leaklab-pages ${site} `;
}
