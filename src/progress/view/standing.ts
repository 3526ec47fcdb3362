import type { Outcome } from '../../runtime/protocol.ts';
import { STAGES, type Stage } from '../reached.ts';
import type { KeptRun } from '../run-store.ts';
import type { Kept } from '../schema.ts';

/** A lesson or sandbox of the site; `path` is its address. */
export type Listed = { slug: string; title: string; path: string };

export type Row = Listed & {
  reached: readonly Stage[];
  /** Null where nothing was counted. */
  seconds: number | null;
  opened: number;
  verdict: { outcome: Outcome; endedAt: number } | null;
};

/** One for each of `listed` that something is kept of, in their order. */
export function rowsOf(
  listed: readonly Listed[],
  lessons: Readonly<Record<string, Kept>>,
  runs: readonly KeptRun[],
): Row[] {
  return listed.flatMap((one) => {
    const kept = lessons[one.slug];
    const verdict = lastVerdict(runs.filter(({ slug }) => slug === one.slug));
    if (!kept && !verdict) return [];
    const seconds = Object.values(kept?.seconds ?? {});
    return [
      {
        ...one,
        reached: STAGES.filter((stage) => kept?.reached.includes(stage)),
        seconds: seconds.length > 0 ? seconds.reduce((sum, some) => sum + some, 0) : null,
        opened: kept?.opened.filter((key) => key.startsWith('hint-')).length ?? 0,
        verdict,
      },
    ];
  });
}

function lastVerdict(runs: readonly KeptRun[]): Row['verdict'] {
  const checks = runs.filter(
    ({ task, outcome }) => task === 'check' && outcome !== null && 'headline' in outcome,
  );
  const last = checks.sort((a, b) => a.endedAt - b.endedAt).at(-1);
  return last?.outcome ? { outcome: last.outcome, endedAt: last.endedAt } : null;
}

export function isProved({ reached }: Row): boolean {
  return reached.includes('prove');
}
