import { check, type Execute } from '../src/sandbox/judge.ts';
import type { Outcome } from '../src/sandbox/protocol.ts';
import { formatMebibytes } from '../src/lenses/quantity.ts';
import type { Variant } from './sandbox-folder.ts';

export const RUNTIMES = ['native', 'pyodide'] as const;
export type RuntimeName = (typeof RUNTIMES)[number];

/** One variant of a sandbox in one runtime. */
export type Subject = { sandbox: string; variant: string; runtime: RuntimeName; declared: string };

/** How it was judged with one seed. `slope` and `limit` are bytes per unit; null where none was measured. */
export type Judged = {
  seed: number;
  kind: string;
  sentence: string;
  slope: number | null;
  limit: number | null;
  retainedBytes: number | null;
  peakBytes: number | null;
  /** From the command to the verdict, every further check that the judge asked for included. */
  seconds: number;
};

export type Row = Subject & {
  judged: Judged[];
  slope: number | null;
  limit: number | null;
  seconds: number;
  mostSeconds: number;
};

/** Judges as the page does: again with other seeds for as long as the judge asks for that. Never throws. */
export async function judgeOnce(execute: Execute, variant: Variant, seed: number): Promise<Judged> {
  const began = performance.now();
  const outcome = await check(execute, variant.program, () => null, seed).then(
    (checked) => checked.outcome,
    (error: unknown): Outcome => ({ kind: 'unavailable', reason: wordsOf(error) }),
  );
  const measured = 'bytesPerUnit' in outcome ? outcome : null;
  return {
    seed,
    kind: outcome.kind,
    sentence: sentenceOf(outcome),
    slope: measured?.bytesPerUnit ?? null,
    limit: measured?.detectionLimit ?? null,
    retainedBytes: measured?.retainedBytes ?? null,
    peakBytes: measured?.peakBytes ?? null,
    seconds: (performance.now() - began) / 1000,
  };
}

export function rowOf(subject: Subject, judged: Judged[]): Row {
  const seconds = judged.map((one) => one.seconds);
  return {
    ...subject,
    judged,
    slope: median(judged.map((one) => one.slope)),
    limit: median(judged.map((one) => one.limit)),
    seconds: median(seconds) ?? 0,
    mostSeconds: Math.max(...seconds),
  };
}

/** The middle one of those that are there; the mean of the middle two. */
export function median(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

function sentenceOf(outcome: Outcome): string {
  if ('sentence' in outcome) return outcome.sentence;
  switch (outcome.kind) {
    case 'out-of-memory':
      return `The program reached the sandbox's limit of ${formatMebibytes(outcome.limitBytes)}.`;
    case 'timed-out':
      return `Nothing came back for ${outcome.seconds} seconds.`;
    case 'unavailable':
      return outcome.reason;
    default:
      return 'It was not judged.';
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
