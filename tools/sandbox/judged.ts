import { z } from 'zod';
import { MeasuredRun } from '../../src/course/measured-schema.ts';
import { check, type Execute } from '../../src/runtime/judge.ts';
import type { Outcome, Program, Signal } from '../../src/runtime/protocol.ts';

const MOST_READS = 80;

/**
 * How a variant was judged with one seed: the figures of its last check. `kind` is a verdict's, or what came in its
 * place. `seconds`: from the command to the verdict, every further check that the judge asked for included.
 */
export const Judged = z.strictObject({
  ...MeasuredRun.shape,
  kind: z.string(),
  seed: z.int(),
  seconds: z.number(),
});
export type Judged = z.infer<typeof Judged>;

/** Judges as the page does: again with other seeds for as long as the judge asks for that. Never throws. */
export async function judgeOnce(execute: Execute, program: Program, seed: number): Promise<Judged> {
  const began = performance.now();
  let reads: [number, number][] = [];
  const on = (signal: Signal) => {
    if (signal.kind === 'phase' && signal.phase === 'import') reads = [];
    if (signal.kind === 'read') reads.push([signal.read.units, signal.read.bytes]);
  };
  const outcome = await check(execute, program, on, seed).then(
    (checked) => checked.outcome,
    (error: unknown): Outcome => ({ kind: 'unavailable', reason: wordsOf(error) }),
  );
  return { seed, ...figuresOf(outcome, reads), seconds: (performance.now() - began) / 1000 };
}

type Figures = Pick<Judged, 'kind' | 'bytesPerUnit' | 'retainedBytes'>;

/** How many times the bytes of a run in the browser one of the same program at home has: per unit where it grows, else kept. */
export function timesAtHome(home: Figures, browser?: Figures): number {
  const bytes = (one?: Figures) =>
    (one?.kind === 'growing' ? one.bytesPerUnit : one?.retainedBytes) ?? Number.NaN;
  return Number((bytes(home) / bytes(browser)).toFixed(2));
}

function figuresOf(outcome: Outcome, reads: readonly [number, number][]): Omit<Judged, 'seed' | 'seconds'> {
  switch (outcome.kind) {
    case 'broken':
    case 'crashed': {
      const { kind, sentence, lead, units } = outcome;
      return { kind, sentence, lead, units };
    }
    case 'bounded':
    case 'growing':
    case 'over-budget':
    case 'costly':
    case 'inconclusive': {
      const { kind, sentence, lead, units, bytesPerUnit, retainedBytes, peakBytes, detectionLimit } = outcome;
      const objects = outcome.kind === 'growing' ? { objectsPerUnit: outcome.objectsPerUnit } : {};
      const figures = { bytesPerUnit, ...objects, retainedBytes, peakBytes, detectionLimit };
      return { kind, sentence, lead, units, ...figures, reads: thin(reads) };
    }
    default:
      return { kind: outcome.kind, sentence: sentenceOf(outcome), lead: '', units: reads.at(-1)?.[0] ?? 0 };
  }
}

function sentenceOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'out-of-memory':
      return `The program reached the sandbox's limit of ${Math.round(outcome.limitBytes / 2 ** 20)} MiB.`;
    case 'timed-out':
      return `Nothing came back for ${outcome.seconds} seconds.`;
    case 'unavailable':
      return outcome.reason;
    default:
      return 'It was not judged.';
  }
}

/** At most 80 reads, evenly taken, the first and the last among them. */
function thin(reads: readonly [number, number][]): [number, number][] {
  const step = Math.max(1, (reads.length - 1) / (MOST_READS - 1));
  const kept = Math.min(reads.length, MOST_READS);
  return Array.from({ length: kept }, (_, index) => reads[Math.round(index * step)] ?? [0, 0]);
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
