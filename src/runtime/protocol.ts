import * as z from 'zod/mini';
import { Answer, Completions, Look, type Step } from './living.ts';
import { Diagnosis, Explanation, Failures, Read, Verdict } from './report.ts';

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
  /** `workload.py`, `check.py`, `diagnosis.py`. Without the first `program.py` of the project has `run`. */
  harness: Record<string, string>;
};

/**
 * A program is laid out, and run, checked or diagnosed. A check has an interpreter of its own. `language`: in which the
 * judge speaks, of `src/words/languages.ts`.
 */
export type ProgramCommand = { runId: number; program: Program; seed: number; language: string } & (
  | {
      kind: 'observe';
      units: number;
      /** What is turned of it, by the names that `workload.py` gives; what is left out is as it was declared. */
      load?: Record<string, number>;
    }
  | { kind: 'diagnose' }
  /** `agreed` counts the checks with other seeds that this one is to confirm. */
  | { kind: 'check'; cap: number; agreed: number }
  | { kind: 'explain'; about: 'growth' | 'kept'; units: number; bytes: number }
);

/** Page -> worker. Each command ends with exactly one last signal. */
export type Command = ProgramCommand | Step;

const runId = z.int();

/**
 * Worker -> page. `observed`, `verdict`, `explanation`, `diagnosis`, `answer`, `completions`, `look` and `fault` end
 * a command. Learner code shares the worker and can post anything, so the page parses each signal with this schema.
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
  /** What learner code has objgraph draw, among its output: DOT, of which only text and positions are used. */
  z.strictObject({
    kind: z.literal('graph'),
    runId,
    dot: z.string().check(z.maxLength(100_000)),
    title: z.string().check(z.maxLength(200)),
  }),
  z.strictObject({ kind: z.literal('read'), runId, read: Read }),
  /** Units fail, and the run goes on; said again with more of them. */
  z.strictObject({ kind: z.literal('failures'), runId, failures: Failures }),
  z.strictObject({ kind: z.literal('observed'), runId, units: z.int() }),
  z.strictObject({ kind: z.literal('verdict'), runId, verdict: Verdict }),
  z.strictObject({ kind: z.literal('explanation'), runId, explanation: Explanation }),
  z.strictObject({ kind: z.literal('diagnosis'), runId, diagnosis: Diagnosis }),
  z.strictObject({ kind: z.literal('answer'), runId, answer: Answer }),
  z.strictObject({ kind: z.literal('completions'), runId, completions: Completions }),
  z.strictObject({ kind: z.literal('look'), runId, look: Look }),
  /** `out-of-memory`: MemoryError reached us or the interpreter died of it; `died`: any other end of the interpreter. */
  z.strictObject({
    kind: z.literal('fault'),
    runId,
    fault: z.enum(['out-of-memory', 'died']),
    message: z.string(),
  }),
]);
export type Signal = z.infer<typeof Signal>;

/** Worker -> page: a fault that Python did not live to tell, and why, for the page to word. `error` is the engine's. */
export const Ended = z.strictObject({
  kind: z.literal('ended'),
  runId,
  by: z.enum(['outOfMemory', 'exit', 'callStack', 'broken']),
  error: z.string(),
});
export type Ended = z.infer<typeof Ended>;

/** How a command ended, as the page tells it. The judge's verdict or what the page itself may add. */
export const Outcome = z.discriminatedUnion('kind', [
  Verdict,
  z.strictObject({ kind: z.literal('observed'), units: z.number(), failures: z.optional(Failures) }),
  z.strictObject({ kind: z.literal('explained') }),
  /** A step in a living program has come to its end. */
  z.strictObject({ kind: z.literal('answered') }),
  z.strictObject({ kind: z.literal('diagnosed'), diagnosis: Diagnosis }),
  z.strictObject({ kind: z.literal('stopped') }),
  z.strictObject({ kind: z.literal('timed-out'), seconds: z.number() }),
  z.strictObject({ kind: z.literal('out-of-memory'), limitBytes: z.number(), message: z.string() }),
  z.strictObject({ kind: z.literal('unavailable'), reason: z.string() }),
]);
export type Outcome = z.infer<typeof Outcome>;

/** How far the runtime is: the page shows it, and nothing is judged by it. */
export type Boot =
  | { kind: 'idle' }
  | { kind: 'downloading'; loadedBytes: number; totalBytes: number }
  | { kind: 'starting'; from: 'snapshot' | 'cold' }
  | { kind: 'ready'; from: 'snapshot' | 'cold'; milliseconds: number }
  | { kind: 'unavailable'; reason: string };
