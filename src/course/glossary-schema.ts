import { words } from '#words/course';
import { z } from 'zod';

const name = z.string().min(1);

export const Source = z.strictObject({
  title: name,
  url: z.url(words.schema.address),
});

/** `content/glossary/*.yaml`: the word, as it stands in a sentence, to what it means. */
export const GlossaryFile = z.record(
  z.string().regex(/^[\p{L}\d]/u, words.glossary.begin),
  z.strictObject({
    /** One to three sentences; code stands in backquotes. */
    means: z.string().min(1).max(480, words.glossary.tooLong),
    /** Other words and forms that prose uses for it. */
    aliases: z.array(name).default([]),
    /** Words of the glossary to read next. */
    see: z.array(name).default([]),
    /** Whether it is something that one works with, and stands in the index of tools. */
    tool: z.boolean().default(false),
    /** Where a claim about a program can be checked. */
    source: Source.optional(),
  }),
);
export type GlossaryFile = z.infer<typeof GlossaryFile>;
