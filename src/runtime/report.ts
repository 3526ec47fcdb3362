import * as z from 'zod/mini';

/**
 * What the judge says, as JSON. Python (`src/leaklab/wire/report.py`) writes it, the page parses it once and renders it.
 * Sizes are bytes, slopes are bytes (or objects) per unit, `units` counts calls of the workload.
 */

const count = z.int().check(z.nonnegative());

/** The judge tells a few of each; more than the page can show is not from it. */
const rows = <Row extends z.ZodMiniType>(row: Row) => z.array(row).check(z.maxLength(100));

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

/**
 * What every verdict says, worded once by the judge: nobody takes its English apart. The sentence is the headline and,
 * where the kind has one, its `lifetime` or `detail`; the headline begins with the lead.
 */
const said = {
  sentence: z.string(),
  /** `Growing: 1.1 kB and 6.0 objects per request.` */
  headline: z.string(),
  /** `Growing:`, up to the colon; empty where the headline has none. */
  lead: z.string(),
};

/** What every verdict that was measured rests on. */
const measured = {
  ...said,
  unit: z.string(),
  units: count,
  seed: z.int(),
  /** How many checks came to this, each with a seed of its own. */
  seeds: count,
  meter: z.enum(['mallinfo', 'mallinfo2', 'tracemalloc']),
  seconds: z.number(),
  baseBytes: z.number(),
  /** The part of it that the first units imported: modules and code, which the budget is not for. */
  importedBytes: z.number(),
  retainedBytes: z.number(),
  peakBytes: z.number(),
  budgetBytes: z.number(),
  bytesPerUnit: z.number(),
  /** By how much that may be off. */
  bytesPerUnitError: z.number(),
  /** What the containers gained lately: a table that is about to double stands still in bytes. */
  entriesPerUnit: z.number(),
  /** The part of it that grows where the meter does not look: in mapped memory, or in other allocators. */
  outsideBytesPerUnit: z.number(),
  detectionLimit: z.number(),
  sensitivity: z.number(),
  rungs: rows(Rung),
};

/** What an explanation is about: bytes that grow, or bytes that are kept. */
export const About = z.enum(['growth', 'kept']);

/** What the page should have done next, in a fresh interpreter; decided by the judge. */
export const Next = z.nullable(
  z.discriminatedUnion('kind', [
    /** `units`: of load before it was measured. `bytes`: per unit that grow, or in all that are kept. */
    z.strictObject({ kind: z.literal('explain'), about: About, units: count, bytes: z.number() }),
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
  frames: rows(Frame),
});
export type PythonError = z.infer<typeof PythonError>;

/**
 * How many units failed of so many that a run has loaded, its warm-up included. `reason` says why the first did, and
 * `detail` what was seen of it, where its `error` was behind another's answer, such as one with status 500.
 */
export const Failures = z.strictObject({
  count: count,
  units: count,
  reason: z.string(),
  detail: z.string(),
  error: z.nullable(PythonError),
});
export type Failures = z.infer<typeof Failures>;

export const Verdict = z.discriminatedUnion('kind', [
  /** A `trickle` rises steadily all the same, by less than counts. */
  z.strictObject({ kind: z.literal('bounded'), ...measured, trickle: z.boolean(), next: Next }),
  z.strictObject({
    kind: z.literal('growing'),
    ...measured,
    /** `At 20 requests a second a 512 MiB container is full in 7 h 12 min.` */
    lifetime: z.string(),
    objectsPerUnit: z.number(),
    /** Units until a container of `containerBytes` is full, and the seconds that takes at `ratePerSecond`. */
    containerBytes: z.number(),
    ratePerSecond: z.number(),
    unitsToLimit: z.number(),
    secondsToLimit: z.number(),
    next: Next,
  }),
  z.strictObject({ kind: z.literal('over-budget'), detail: z.string(), ...measured, next: Next }),
  /** At rest by brute force: full collections per unit, and the most of them that a program needs. */
  z.strictObject({
    kind: z.literal('costly'),
    ...measured,
    detail: z.string(),
    collectionsPerUnit: z.number(),
    mostCollectionsPerUnit: z.number(),
    next: Next,
  }),
  z.strictObject({ kind: z.literal('inconclusive'), ...measured, because: z.string(), next: Next }),
  z.strictObject({
    kind: z.literal('broken'),
    ...said,
    /** The promise, where an exception of the learner's own came first and is the headline; else empty. */
    detail: z.string(),
    expectation: z.string(),
    phase: z.enum(['before', 'during', 'after']),
    units: count,
    error: PythonError,
    next: Next,
  }),
  z.strictObject({
    kind: z.literal('crashed'),
    ...said,
    /** What else there is to say; mostly nothing. */
    detail: z.string(),
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
  /** Gained over all units of the explanation, or kept. */
  bytes: count,
  blocks: count,
  traceback: rows(Frame),
});
export type AllocationSite = z.infer<typeof AllocationSite>;

/** Objects born in the load and alive at its end; `cohorts[i]` were born in the i-th equal slice of it, if it has any. */
export const Survivors = z.strictObject({
  type: z.string(),
  perUnit: z.number(),
  count: count,
  cohorts: rows(count),
});
export type Survivors = z.infer<typeof Survivors>;

/** One shortest chain from a root to survivors of `type`, in source names: `['app.HISTORY', '[4213]', ...]`. */
export const RetainerPath = z.strictObject({
  root: z.string(),
  steps: rows(z.string()),
  text: z.string(),
  type: z.string(),
  count: count,
  /** What would go with them: they and what is held through them, as far as it survived. */
  retainedBytes: count,
  /** The learner's lines that put things into the container by its name, where that is plain. */
  stored: rows(Frame),
});
export type RetainerPath = z.infer<typeof RetainerPath>;

export const Explanation = z.strictObject({
  about: About,
  units: count,
  allocations: rows(AllocationSite),
  survivors: rows(Survivors),
  retainers: rows(RetainerPath),
  /** Sentences on what no line, type or path can show. */
  notes: rows(z.string()),
});
export type Explanation = z.infer<typeof Explanation>;

/** How the learner's diagnosis compares with what is there: one finding for each part of the culprit or the claim. */
export const Finding = z.strictObject({
  part: z.enum(['where', 'what', 'held_by', 'grows', 'at_most']),
  given: z.nullable(z.string()),
  right: z.boolean(),
  feedback: z.string(),
});
export type Finding = z.infer<typeof Finding>;

export const Diagnosis = z.strictObject({ complete: z.boolean(), findings: rows(Finding) });
export type Diagnosis = z.infer<typeof Diagnosis>;
