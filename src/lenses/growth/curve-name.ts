import { countOf, formatBytes } from '../quantity.ts';
import type { Point } from './curve.ts';

/** `subject` is a phrase within a sentence: `the program as it stands`; `said` follows what the reads show. */
export type CurveInWords = { subject: string; reads: readonly Point[]; said: string };

/** What a curve shows, as its accessible name: of which program, over how much load, from where to where, and the verdict. */
export function curveName(curves: readonly CurveInWords[], unit: string, budgetBytes: number | null): string {
  const sentences = curves.map(({ subject, reads, said }) => {
    const load = reads.length > 0 ? ` over ${countOf(reads.at(-1)?.units ?? 0, unit)}` : '';
    return `Memory of ${subject}${load}: ${[movement(reads), said].filter(Boolean).join('; ')}.`;
  });
  const budget = budgetBytes === null ? [] : [`The budget is ${formatBytes(budgetBytes)}.`];
  return [...sentences, ...budget].join(' ');
}

/** From the first read to the last, in the digits that a reader sees. */
function movement(reads: readonly Point[]): string {
  const [first, last] = [reads[0], reads.at(-1)];
  if (!first || !last) return 'nothing measured';
  const [from, to] = [formatBytes(first.bytes), formatBytes(last.bytes)];
  if (from === to) return `it stays at ${to}`;
  return `it ${first.bytes < last.bytes ? 'rises' : 'falls'} from ${from} to ${to}`;
}
