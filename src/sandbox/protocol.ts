import * as z from 'zod/mini';
import { Diagnosis, Explanation, Read, Verdict } from './report.ts';

/** What a sandbox promises and the judge holds it to; shown to the learner. */
export type Contract = {
  /** Units after which growth that has not settled counts as growth. */
  cap: number;
  /** Bytes that may stay in use above the base. */
  budgetBytes: number;
  /** The smallest slope, in bytes per unit, that counts as growth. */
  sensitivity: number;
  /** Units of load before the first read. */
  warmUp: number;
  /** Units per second in the production that the lesson tells of. */
  ratePerSecond: number;
};

/** A program as the learner left it, with the files that load, check and diagnose it. Keys are file names. */
export type Program = {
  unit: string;
  contract: Contract;
  /** The learner's files, `diagnose.py` among them. */
  project: Record<string, string>;
  /** `workload.py`, `check.py`, `diagnosis.py`. */
  harness: Record<string, string>;
};

/** Page -> worker. Each command is carried out in an interpreter of its own and ends with exactly one last signal. */
export type Command =
  | { kind: 'run'; runId: number; program: Program; seed: number; units: number }
  | { kind: 'diagnose'; runId: number; program: Program; seed: number }
  /** `agreed` counts the checks with other seeds that this one is to confirm. */
  | { kind: 'check'; runId: number; program: Program; seed: number; cap: number; agreed: number }
  | { kind: 'explain'; runId: number; program: Program; seed: number };

const runId = z.int();

/**
 * Worker -> page. `done`, `verdict`, `report`, `diagnosis` and `fault` end a command. Learner code shares the
 * worker and can post anything, so the page parses each signal with this schema.
 */
export const Signal = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('phase'),
    runId,
    phase: z.enum(['import', 'warm-up', 'load', 'diagnosis', 'explain']),
  }),
  z.strictObject({
    kind: z.literal('output'),
    runId,
    stream: z.enum(['stdout', 'stderr']),
    text: z.string(),
  }),
  z.strictObject({ kind: z.literal('output-cut'), runId, lines: z.number(), bytes: z.number() }),
  z.strictObject({ kind: z.literal('read'), runId, read: Read }),
  z.strictObject({ kind: z.literal('done'), runId, units: z.int() }),
  z.strictObject({ kind: z.literal('verdict'), runId, verdict: Verdict }),
  z.strictObject({ kind: z.literal('report'), runId, explanation: Explanation }),
  z.strictObject({ kind: z.literal('diagnosis'), runId, diagnosis: Diagnosis }),
  /** `out-of-memory`: MemoryError reached us or the interpreter died of it; `died`: any other end of the interpreter. */
  z.strictObject({
    kind: z.literal('fault'),
    runId,
    fault: z.enum(['out-of-memory', 'died']),
    message: z.string(),
  }),
]);
export type Signal = z.infer<typeof Signal>;

/** How a command ended, as the page tells it. The judge's verdict or what the page itself may add. */
export type Outcome =
  | Verdict
  | { kind: 'ran'; units: number }
  | { kind: 'diagnosed'; diagnosis: Diagnosis }
  | { kind: 'stopped' }
  | { kind: 'timed-out'; seconds: number }
  | { kind: 'out-of-memory'; limitBytes: number; message: string }
  | { kind: 'unavailable'; reason: string };

/** How far the runtime is: the page shows it, and nothing is judged by it. */
export type Boot =
  | { kind: 'idle' }
  | { kind: 'downloading'; loadedBytes: number; totalBytes: number }
  | { kind: 'starting'; from: 'snapshot' | 'cold' }
  | { kind: 'ready'; from: 'snapshot' | 'cold'; milliseconds: number }
  | { kind: 'unavailable'; reason: string };
