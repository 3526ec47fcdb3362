import { z } from 'zod';

const kinds = ['bounded', 'growing', 'over-budget', 'costly', 'inconclusive', 'broken', 'crashed'] as const;

/** One judged run of a variant. A run that broke or crashed has no figures of memory. */
export const MeasuredRun = z.strictObject({
  kind: z.enum(kinds),
  sentence: z.string().min(1),
  /** The first words of the sentence, up to its colon; empty where it has none. */
  lead: z.string(),
  units: z.number().nonnegative(),
  bytesPerUnit: z.number().optional(),
  objectsPerUnit: z.number().optional(),
  retainedBytes: z.number().optional(),
  peakBytes: z.number().optional(),
  detectionLimit: z.number().optional(),
  /** `[units, bytes]`, in the order of the run. */
  reads: z.array(z.tuple([z.number(), z.number()])).optional(),
});
export type MeasuredRun = z.infer<typeof MeasuredRun>;

/** What the explanation of the starter named, and its own `diagnosis.py` calls a complete diagnosis. */
export const Culprit = z.strictObject({
  file: z.string().min(1),
  line: z.int().positive(),
  source: z.string().min(1),
  type: z.string().min(1),
  root: z.string().min(1),
});
export type Culprit = z.infer<typeof Culprit>;

/**
 * The program as it stands on 64 bits: `times` as many bytes as in the browser, per unit where it grows, else kept. `python` is
 * the version that ran.
 */
export const AtHome = z.strictObject({ python: z.string().min(1), times: z.number().positive() });

/** `sandboxes/<id>/measured.json`, written by `npm run measure`: the figures that prose quotes. */
export const MeasuredFile = z.strictObject({
  pyodide: z.string().min(1),
  /** Of a starter that grows. */
  culprit: Culprit.optional(),
  home: AtHome,
  /** Keys: `starter`, `fixes/<id>`, `decoys/<id>`. */
  variants: z.record(z.string(), MeasuredRun),
  figures: z.record(z.string(), z.union([z.number(), z.string()])),
});
export type MeasuredFile = z.infer<typeof MeasuredFile>;
