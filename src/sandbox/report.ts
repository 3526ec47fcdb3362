import * as z from 'zod/mini';

/**
 * What the judge says, as JSON. Python (`leaklab.report`) writes it, the page parses it once and renders it.
 * Sizes are bytes, slopes are bytes (or objects) per unit, `units` counts calls of the workload.
 */

const count = z.int().check(z.nonnegative());

/** One reading of the meter: `bytes` in use, above the base, after `units` units of load. */
export const Read = z.strictObject({ units: count, bytes: z.number(), rung: count });
export type Read = z.infer<typeof Read>;

/** One doubling of the load and what its reads showed. */
export const Rung = z.strictObject({
  units: count,
  bytesPerUnit: z.number(),
  spreadBytes: z.number(),
  flat: z.boolean(),
});
export type Rung = z.infer<typeof Rung>;

/** What every verdict that was measured rests on. */
const measured = {
  sentence: z.string(),
  unit: z.string(),
  units: count,
  seed: z.int(),
  /** How many checks came to this, each with a seed of its own. */
  seeds: count,
  meter: z.enum(['mallinfo', 'mallinfo2', 'tracemalloc']),
  seconds: z.number(),
  baseBytes: z.number(),
  retainedBytes: z.number(),
  peakBytes: z.number(),
  budgetBytes: z.number(),
  bytesPerUnit: z.number(),
  detectionLimit: z.number(),
  sensitivity: z.number(),
  rungs: z.array(Rung),
};

/** What the page should have done next, in a fresh interpreter; decided by the judge. */
export const Next = z.nullable(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('explain') }),
    z.strictObject({ kind: z.literal('check'), seed: z.int(), cap: count, agreed: count }),
  ]),
);
export type Next = z.infer<typeof Next>;

export const Frame = z.strictObject({
  file: z.string(),
  line: count,
  function: z.string(),
  source: z.string(),
});
export type Frame = z.infer<typeof Frame>;

/** An exception in the learner's program: `frames` are those in the learner's files, outermost first. */
export const PythonError = z.strictObject({
  type: z.string(),
  message: z.string(),
  traceback: z.string(),
  frames: z.array(Frame),
});
export type PythonError = z.infer<typeof PythonError>;

export const Verdict = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bounded'), ...measured, next: Next }),
  z.strictObject({
    kind: z.literal('growing'),
    ...measured,
    objectsPerUnit: z.number(),
    /** Units until a container of `containerBytes` is full, and the seconds that takes at `ratePerSecond`. */
    containerBytes: z.number(),
    ratePerSecond: z.number(),
    unitsToLimit: z.number(),
    secondsToLimit: z.number(),
    next: Next,
  }),
  z.strictObject({ kind: z.literal('over-budget'), ...measured, next: Next }),
  /** At rest by brute force: full collections per unit, and the most of them that a program needs. */
  z.strictObject({
    kind: z.literal('costly'),
    ...measured,
    collectionsPerUnit: z.number(),
    mostCollectionsPerUnit: z.number(),
    next: Next,
  }),
  z.strictObject({ kind: z.literal('inconclusive'), ...measured, because: z.string(), next: Next }),
  z.strictObject({
    kind: z.literal('broken'),
    sentence: z.string(),
    expectation: z.string(),
    phase: z.enum(['before', 'during', 'after']),
    units: count,
    error: PythonError,
    next: Next,
  }),
  z.strictObject({
    kind: z.literal('crashed'),
    sentence: z.string(),
    phase: z.enum(['import', 'warm-up', 'load', 'diagnosis']),
    units: count,
    error: PythonError,
    next: Next,
  }),
]);
export type Verdict = z.infer<typeof Verdict>;

/** Where memory that survived was allocated: the innermost frame, the learner's own first. */
export const AllocationSite = z.strictObject({
  frame: Frame,
  own: z.boolean(),
  bytesPerUnit: z.number(),
  blocksPerUnit: z.number(),
  traceback: z.array(Frame),
});
export type AllocationSite = z.infer<typeof AllocationSite>;

/** Objects born in the load and alive at its end; `cohorts[i]` were born in the i-th equal slice of it. */
export const Survivors = z.strictObject({
  type: z.string(),
  perUnit: z.number(),
  count: count,
  cohorts: z.array(count),
});
export type Survivors = z.infer<typeof Survivors>;

/** One shortest chain from a root to survivors of `type`, in source names: `['app.HISTORY', '[4213]', ...]`. */
export const RetainerPath = z.strictObject({
  root: z.string(),
  steps: z.array(z.string()),
  text: z.string(),
  type: z.string(),
  count: count,
  /** What would go with them: they and what is held through them, as far as it survived. */
  retainedBytes: count,
});
export type RetainerPath = z.infer<typeof RetainerPath>;

export const Explanation = z.strictObject({
  units: count,
  allocations: z.array(AllocationSite),
  survivors: z.array(Survivors),
  retainers: z.array(RetainerPath),
  /** Sentences on what no line, type or path can show. */
  notes: z.array(z.string()),
});
export type Explanation = z.infer<typeof Explanation>;

/** How the learner's diagnosis compares with what is there: one finding for each part of the culprit. */
export const Finding = z.strictObject({
  part: z.enum(['where', 'what', 'held_by']),
  given: z.nullable(z.string()),
  right: z.boolean(),
  feedback: z.string(),
});
export type Finding = z.infer<typeof Finding>;

export const Diagnosis = z.strictObject({ complete: z.boolean(), findings: z.array(Finding) });
export type Diagnosis = z.infer<typeof Diagnosis>;
