import { z } from 'zod';
import { Source } from './glossary-schema.ts';

export const levels = ['start', 'core', 'deep'] as const;
export type Level = (typeof levels)[number];

export { stageNames, type StageName } from './stage-names.ts';

/** The front matter of `content/lessons/NN-slug/lesson.svx`. */
export const FrontMatter = z.strictObject({
  title: z.string().min(1),
  /** One or two sentences for lists, and for search engines. */
  summary: z.string().min(1),
  /** How long a learner takes, reading and working. */
  minutes: z.int().positive(),
  level: z.enum(levels),
  /** Slugs of lessons that it builds on. */
  needs: z.array(z.string().min(1)).default([]),
  tags: z.array(z.string().min(1)).default([]),
  /** The folder in `sandboxes/`. */
  sandbox: z.string().min(1),
  /** Raised when the starting program changes, so that the learner is told. */
  version: z.int().positive(),
  sources: z.array(Source),
});
export type FrontMatter = z.infer<typeof FrontMatter>;
