import { z } from 'zod';

const kinds = ['bounded', 'growing', 'over-budget', 'costly', 'inconclusive', 'broken', 'crashed'] as const;

/** One judged run of a variant. A run that broke or crashed has no figures of memory. */
export const MeasuredRun = z.strictObject({
  kind: z.enum(kinds),
  sentence: z.string().min(1),
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

/** `sandboxes/<id>/measured.json`, written by `npm run measure`: the figures that prose quotes. */
export const MeasuredFile = z.strictObject({
  pyodide: z.string().min(1),
  /** Keys: `starter`, `fixes/<id>`, `decoys/<id>`. */
  variants: z.record(z.string(), MeasuredRun),
  figures: z.record(z.string(), z.union([z.number(), z.string()])),
});
export type MeasuredFile = z.infer<typeof MeasuredFile>;
