import { z } from 'zod';

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case: lower-case letters, digits and hyphens.');
const pythonFile = z
  .string()
  .regex(/^[a-z_][a-z0-9_]*\.py$/, 'must be the name of a Python file, such as app.py.');
const sentence = z.string().min(1);

/** `sandboxes/<id>/sandbox.json`: what a sandbox is and what it promises. */
export const SandboxFile = z.strictObject({
  title: z.string().min(1),
  /** One sentence under the title. */
  summary: sentence,
  /** Distributions to have installed, without their dependencies. */
  packages: z.array(z.string()),
  /** Modules that the memory snapshot has imported already, so that a run starts fast. */
  preload: z.array(z.string()),
  /** What one call of the workload is, in the singular: "request". */
  unit: z.string().regex(/^[a-z]+$/, 'must be one word in small letters, such as request.'),
  /** Files of `project/` that the learner may edit, in the order of their tabs. The others are shown read-only. */
  editable: z.array(pythonFile).min(1),
  contract: z.strictObject({
    cap: z.int().min(3200),
    budgetBytes: z.int().positive(),
    sensitivity: z.number().positive(),
    warmUp: z.int().nonnegative(),
    ratePerSecond: z.number().positive(),
    /** What a fix must keep, in the learner's words; `check.py` asserts each. */
    behaviour: z.array(sentence).min(1),
  }),
  /** Units that Run loads. */
  observeUnits: z.int().positive(),
  /** Why the starter grows; the explanation of its verdict must find all three. */
  culprit: z.strictObject({ file: pythonFile, source: sentence, type: sentence, root: sentence }),
  fixes: z.array(z.strictObject({ id, title: sentence, kind: sentence, why: sentence })).min(2),
  decoys: z
    .array(
      z.strictObject({
        id,
        title: sentence,
        verdict: z.enum(['growing', 'over-budget', 'costly', 'inconclusive', 'broken', 'crashed']),
        why: sentence,
      }),
    )
    .min(2),
});
export type SandboxFile = z.infer<typeof SandboxFile>;
