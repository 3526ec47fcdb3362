/**
 * What the ages of survivors tell. All ages: each slice of the load left some behind, so it gathers. Youngest: the load
 * had them in hand when it ended. Oldest: they came with its beginning, and no more did. Recent: only the older ones go,
 * as where the latest so many are kept.
 */
export type Ages = 'all' | 'youngest' | 'oldest' | 'recent' | 'mixed' | 'untold';

/** Fewer slices than these tell no ages. */
const FEWEST_SLICES = 3;
/** So many of them in a quarter of the slices are as good as all. */
const NEARLY_ALL = 0.9;
/** So many of the slices are most of them. */
const MOST_SLICES = 0.75;

/** `cohorts[i]` were born in the i-th equal slice of the load, the oldest first. */
export function agesOf(cohorts: readonly number[]): Ages {
  const all = sum(cohorts);
  if (cohorts.length < FEWEST_SLICES || all === 0) return 'untold';
  const quarter = Math.max(1, Math.floor(cohorts.length / 4));
  if (sum(cohorts.slice(-quarter)) >= NEARLY_ALL * all) return 'youngest';
  if (sum(cohorts.slice(0, quarter)) >= NEARLY_ALL * all) return 'oldest';
  const first = cohorts.findIndex((count) => count > 0);
  const filled = cohorts.filter((count) => count > 0).length;
  if (first === 0) return filled >= MOST_SLICES * cohorts.length ? 'all' : 'mixed';
  return filled === cohorts.length - first ? 'recent' : 'mixed';
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
