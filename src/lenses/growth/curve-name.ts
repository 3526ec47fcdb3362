import { words } from '#words/growth';
import { countOf, formatBytes } from '../quantity.ts';
import type { Point } from './curve.ts';

/** `subject` is a phrase within a sentence: `the program as it stands`; `said` follows what the reads show. */
export type CurveInWords = { subject: string; reads: readonly Point[]; said: string };

/** What a curve shows, as its accessible name: of which program, over how much load, from where to where, and the verdict. */
export function curveName(curves: readonly CurveInWords[], unit: string, budgetBytes: number | null): string {
  const sentences = curves.map(({ subject, reads, said }) => {
    const load = reads.length > 0 ? countOf(reads.at(-1)?.units ?? 0, unit) : '';
    return words.name.curve(subject, load, [movement(reads), said].filter(Boolean).join('; '));
  });
  const budget = budgetBytes === null ? [] : [words.name.budget(formatBytes(budgetBytes))];
  return [...sentences, ...budget].join(' ');
}

/** From the first read to the last, in the digits that a reader sees. */
function movement(reads: readonly Point[]): string {
  const [first, last] = [reads[0], reads.at(-1)];
  if (!first || !last) return words.name.nothing;
  const [from, to] = [formatBytes(first.bytes), formatBytes(last.bytes)];
  if (from === to) return words.name.stays(to);
  return first.bytes < last.bytes ? words.name.rises(from, to) : words.name.falls(from, to);
}
