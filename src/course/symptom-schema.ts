import { words } from '#words/course';
import { z } from 'zod';
import { Source } from './glossary-schema.ts';

const text = z.string().min(1);
/** What an address ends with, to lead to a place on a page. */
export const anchor = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, words.schema.kebabCase);

/** `content/symptoms/*.yaml`: the anchor of each symptom to what it tells. */
export const SymptomsFile = z.record(
  anchor,
  z.strictObject({
    /** What somebody sees, as they would say it. */
    title: text,
    /** What it means, and what it does not. Code stands in backquotes, here and below. */
    means: text,
    /** Each tool that answers it, and how. */
    ask: z.array(z.strictObject({ tool: text, how: text })).min(1),
    /** Words of the glossary that help. */
    words: z.array(text).default([]),
    /** Slugs of lessons, and ids of sandboxes, where it can be seen. */
    lessons: z.array(text).default([]),
    sandboxes: z.array(text).default([]),
    sources: z.array(Source).default([]),
  }),
);
export type SymptomsFile = z.infer<typeof SymptomsFile>;
