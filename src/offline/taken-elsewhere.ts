import { href, topHref } from '../layouts/href.ts';
import { languages } from '../words/languages.ts';
import { takenPaths } from './taken.ts';

/** The lessons of paths that were taken in other languages: they run on the same Python. */
export function takenElsewhere(storage?: () => Storage): string[] {
  const sites = languages.map(({ folder }) => topHref(folder)).filter((site) => site !== href());
  const taken = sites.flatMap((site) => Object.values(takenPaths(storage, site)));
  return taken.flatMap(({ slugs }) => slugs);
}
