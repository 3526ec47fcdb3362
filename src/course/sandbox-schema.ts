import { words } from '#words/course';
import * as z from 'zod/mini';

export const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, words.schema.kebabCase));
const pythonFile = z.string().check(z.regex(/^[a-z_][a-z0-9_]*\.py$/, words.sandbox.pythonFile));
const sentence = z.string().check(z.minLength(1));
const positive = z.int().check(z.positive());
const rate = z.number().check(z.positive());

/** Something of the load that a learner can turn for Run; `workload.py` has it in `LOAD`, with the same default. */
export const Turnable = z
  .strictObject({
    name: z.string().check(z.regex(/^[a-z]+$/, words.sandbox.turnableName)),
    /** What stands beside its field, such as "Shops". */
    label: sentence,
    default: z.int(),
    least: z.int(),
    most: z.int(),
  })
  .check(
    z.refine(({ default: value, least, most }) => least <= value && value <= most && least < most, {
      path: ['default'],
      error: words.sandbox.between,
    }),
  );
export type Turnable = z.infer<typeof Turnable>;

/** Where a pattern keeps what it keeps; the groups of `/sandboxes/`, in their order. */
export const PLACES = ['caches', 'registries', 'callbacks', 'threads', 'asyncio', 'outside'] as const;
export type Place = (typeof PLACES)[number];

/** What makes a sandbox one that stands without a lesson: a small program that grows, or that only looks like it. */
const Pattern = z.strictObject({
  place: z.enum(PLACES),
  /** What to look at, in a paragraph that does not say whether it grows. */
  look: sentence,
  /** Whether it grows and why, for those who ask. */
  answer: sentence,
  /** Where that happened, or where it is documented. */
  case: z.strictObject({
    title: sentence,
    url: z.url({ protocol: /^https$/, error: words.schema.secureAddress }),
  }),
});
export type Pattern = z.infer<typeof Pattern>;

/** `sandboxes/<id>/sandbox.json`: what a sandbox is and what it promises. */
export const SandboxFile = z.strictObject({
  title: sentence,
  /** One sentence under the title. */
  summary: sentence,
  /** What the program is judged as it stands. */
  verdict: z._default(z.enum(['growing', 'bounded', 'over-budget']), 'growing'),
  pattern: z.optional(Pattern),
  /** Distributions to have installed, without their dependencies. */
  packages: z.array(z.string()),
  /** Modules that the memory snapshot has imported already, so that a run starts fast. */
  preload: z.array(z.string()),
  /** What one call of the workload is, in the singular: "request". */
  unit: z.string().check(z.regex(/^[a-z]+$/, words.sandbox.unitName)),
  /** Files of `project/` that the learner may edit, in the order of their tabs. The others are shown read-only. */
  editable: z.array(pythonFile).check(z.minLength(1)),
  contract: z.strictObject({
    cap: z.int().check(z.minimum(3200)),
    budgetBytes: positive,
    sensitivity: rate,
    warmUp: z.int().check(z.nonnegative()),
    ratePerSecond: rate,
    /** What a fix must keep, in the learner's words; `check.py` asserts each. */
    behaviour: z.array(sentence).check(z.minLength(1)),
  }),
  /** Units that Run loads. */
  observeUnits: positive,
  /** What else of the load can be turned for Run; its units always can. */
  load: z._default(z.array(Turnable), []),
  fixes: z.array(z.strictObject({ id, title: sentence, kind: sentence, why: sentence })),
  decoys: z.array(
    z.strictObject({
      id,
      title: sentence,
      verdict: z.enum(['growing', 'over-budget', 'costly', 'inconclusive', 'broken', 'crashed']),
      why: sentence,
    }),
  ),
});
export type SandboxFile = z.infer<typeof SandboxFile>;

/**
 * `sandboxes/<id>/sandbox.de.json`: the texts of `sandbox.json` in another language. What has a name there, or an id, has its
 * text under that here.
 */
export const SandboxTexts = z.strictObject({
  title: sentence,
  summary: sentence,
  /** In the order of `contract.behaviour`. */
  behaviour: z.array(sentence),
  /** The labels of what can be turned. */
  load: z._default(z.record(z.string(), sentence), {}),
  pattern: z.optional(z.strictObject({ look: sentence, answer: sentence, case: sentence })),
  fixes: z._default(
    z.record(z.string(), z.strictObject({ title: sentence, kind: sentence, why: sentence })),
    {},
  ),
  decoys: z._default(z.record(z.string(), z.strictObject({ title: sentence, why: sentence })), {}),
});
export type SandboxTexts = z.infer<typeof SandboxTexts>;
