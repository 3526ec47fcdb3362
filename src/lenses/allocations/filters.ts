import type { AllocationSite } from '../../runtime/report.ts';

export type Scope = 'all' | 'own' | 'library';

/** A menu longer than this is read by nobody. */
const MOST_FILES = 60;

export function ofScope(sites: readonly AllocationSite[], scope: Scope): readonly AllocationSite[] {
  return scope === 'all' ? sites : sites.filter(({ own }) => own === (scope === 'own'));
}

/** Files that are the learner's: frames of these can be gone to. */
export function ownedFiles(sites: readonly AllocationSite[]): ReadonlySet<string> {
  return new Set(sites.flatMap(({ own, frame }) => (own ? [frame.file] : [])));
}

/** The files of the sites, that with the most bytes first. */
export function fileOptions(sites: readonly AllocationSite[]): string[] {
  const bytes = new Map<string, number>();
  for (const site of sites) bytes.set(site.frame.file, (bytes.get(site.frame.file) ?? 0) + site.bytes);
  return [...bytes]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_FILES)
    .map(([file]) => file);
}
