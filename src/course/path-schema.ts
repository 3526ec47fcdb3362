import { words } from '#words/course';
import * as z from 'zod/mini';
import { stageNames } from './stage-names.ts';

/** Characters that change the direction of a text, or are not seen at all; lines may break. */
const UNSEEN = /[\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]|[^\P{Cc}\n\t]/u;
const MOST_STEPS = 60;

const text = (most: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(most, words.path.tooLong(most)),
    z.refine((said) => !UNSEEN.test(said), words.path.unseen),
  );

const minutes = z.int().check(z.positive());

const Step = z.strictObject({
  /** The slug of the lesson. */
  lesson: text(80),
  /** One sentence on why it stands here. */
  why: text(400),
  /** The stages that are meant, in their order; left out, the whole lesson is. */
  stages: z.optional(z.array(z.enum(stageNames)).check(z.minLength(1))),
  /** How long those stages take; a whole lesson says that itself. */
  minutes: z.optional(minutes),
  /** What whoever leads a group shows of it. */
  show: z.optional(text(600)),
  /** What a group talks about, beside the predictions of these stages, and what a good answer contains. */
  ask: z.optional(
    z
      .array(z.strictObject({ question: text(300), answer: text(600) }))
      .check(z.maxLength(8, words.path.manyQuestions(8))),
  ),
});

/**
 * `content/paths/*.yaml`, or a file of a team's own: lessons in an order, and for whom. Who writes one may not be who reads
 * it, so that every text of it has a bound.
 */
export const PathFile = z.strictObject({
  title: text(80),
  /** For whom it is, in a sentence or two. */
  for: text(400),
  /** The most minutes that all steps may take together. */
  within: z.optional(minutes),
  steps: z.array(Step).check(z.minLength(1), z.maxLength(MOST_STEPS, words.path.manySteps(MOST_STEPS))),
  /** What one can do afterwards, one thing in each entry. */
  afterwards: z.array(text(240)).check(z.minLength(1), z.maxLength(12, words.path.manyEntries(12))),
  /** Which incidents of a group's own fit it. */
  incident: z.optional(text(1200)),
});
export type PathFile = z.infer<typeof PathFile>;
