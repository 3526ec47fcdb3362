import * as z from 'zod/mini';

const words = z.string().check(z.minLength(1));
const figure = z.optional(z.number());

const kinds = ['bounded', 'growing', 'over-budget', 'costly', 'inconclusive', 'broken', 'crashed'] as const;

/** One judged run of a variant. A run that broke or crashed has no figures of memory. */
export const MeasuredRun = z.strictObject({
  kind: z.enum(kinds),
  sentence: words,
  /** The first words of the sentence, up to its colon; empty where it has none. */
  lead: z.string(),
  units: z.number().check(z.nonnegative()),
  bytesPerUnit: figure,
  objectsPerUnit: figure,
  retainedBytes: figure,
  peakBytes: figure,
  detectionLimit: figure,
  /** `[units, bytes]`, in the order of the run. */
  reads: z.optional(z.array(z.tuple([z.number(), z.number()]))),
});
export type MeasuredRun = z.infer<typeof MeasuredRun>;

/** `sandboxes/<id>/measured.<code>.json`, written by `npm run measure` in that language: what the judge said of each variant. */
export const MeasuredTexts = z.record(z.string(), z.strictObject({ sentence: words, lead: z.string() }));
export type MeasuredTexts = z.infer<typeof MeasuredTexts>;

/** What the explanation of the starter named, and its own `diagnosis.py` calls a complete diagnosis. */
export const Culprit = z.strictObject({
  file: words,
  line: z.int().check(z.positive()),
  source: words,
  type: words,
  root: words,
});
export type Culprit = z.infer<typeof Culprit>;

/**
 * The program as it stands on 64 bits: `times` as many bytes as in the browser, per unit where it grows, else kept. `python` is
 * the version that ran.
 */
export const AtHome = z.strictObject({ python: words, times: z.number().check(z.positive()) });

/** `sandboxes/<id>/measured.json`, written by `npm run measure`: the figures that prose quotes. */
export const MeasuredFile = z.strictObject({
  pyodide: words,
  /** Of a starter that grows. */
  culprit: z.optional(Culprit),
  home: AtHome,
  /** Keys: `starter`, `fixes/<id>`, `decoys/<id>`. */
  variants: z.record(z.string(), MeasuredRun),
  figures: z.record(z.string(), z.union([z.number(), z.string()])),
});
export type MeasuredFile = z.infer<typeof MeasuredFile>;
