import * as z from 'zod/mini';

/** Where in which file, and what all files say. Lines count from 1, columns from 0. */
export type CodePlace = { file: string; files: Record<string, string>; line: number; column: number };

/** Page -> language service, as JSON with an `id`. `describe` asks about one of the completions that were given last. */
export type Question =
  | ({ kind: 'complete' } & CodePlace)
  | ({ kind: 'hover' } & CodePlace)
  | ({ kind: 'signatures' } & CodePlace)
  | { kind: 'describe'; name: string };

const Completion = z.strictObject({ name: z.string(), type: z.string() });
/** `heading` is Python: a signature, or a name with its type. `text` is a docstring as it stands: text, no markup. */
const Description = z.strictObject({ heading: z.string(), text: z.string() });
const Signature = z.strictObject({
  label: z.string(),
  parameters: z.array(z.string()),
  active: z.nullable(z.int()),
  text: z.string(),
});

/** Language service -> page, as `language/answers.py` makes it. Every question has an answer, if only `nothing`. */
export const Answer = z.discriminatedUnion('kind', [
  z.strictObject({ id: z.int(), kind: z.literal('completions'), completions: z.array(Completion) }),
  z.strictObject({ id: z.int(), kind: z.literal('hovers'), hovers: z.array(Description) }),
  z.strictObject({ id: z.int(), kind: z.literal('signatures'), signatures: z.array(Signature) }),
  z.strictObject({ id: z.int(), kind: z.literal('nothing') }),
]);
export type Answer = z.infer<typeof Answer>;
