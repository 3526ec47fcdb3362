import * as z from 'zod/mini';

/**
 * What is asked of a program that lives on after its run, and what comes back
 * (`src/leaklab/wire/living.py`). Sizes are bytes.
 */

/** Which object to look at. */
export type At =
  /** The value that the console showed last. */
  | { kind: 'value' }
  /** `ledger.LEDGER.returned[0]`, or a type for its instances. */
  | { kind: 'name'; name: string }
  /** Something that the look before named. */
  | { kind: 'handle'; handle: number }
  /** Let go of all that was looked at. */
  | { kind: 'nothing' };

/** A step in a program that the command before it has left alive. */
export type Step =
  | { kind: 'console'; runId: number; source: string }
  /** `source` ends where the caret is. */
  | { kind: 'complete'; runId: number; source: string }
  /** `deep`: also the size with all that it refers to. */
  | { kind: 'inspect'; runId: number; at: At; deep: boolean };

const count = z.int().check(z.nonnegative());
const text = z.string().check(z.maxLength(16_384));
const line = z.string().check(z.maxLength(1024));
/** Python says no more than 50 of each. */
const rows = <Row extends z.ZodMiniType>(row: Row) => z.array(row).check(z.maxLength(50));

/** One object; `handle` addresses it until the next statement. */
export const Thing = z.strictObject({ handle: count, type: line, text: line, size: count });
export type Thing = z.infer<typeof Thing>;

/** `how` is the place that one holds the other by: `.environ`, `['k']`, `[3]`. */
export const Neighbour = z.strictObject({ how: line, thing: Thing });
export type Neighbour = z.infer<typeof Neighbour>;

export const Answer = z.strictObject({
  state: z.enum(['done', 'incomplete', 'raised']),
  traceback: text,
  value: z.nullable(Thing),
});
export type Answer = z.infer<typeof Answer>;

export const Completions = z.strictObject({ prefix: text, options: z.array(text).check(z.maxLength(200)) });
export type Completions = z.infer<typeof Completions>;

export const Look = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('object'),
    thing: Thing,
    repr: text,
    notes: rows(text),
    deepSize: z.nullable(count),
    referrers: rows(Neighbour),
    referrerCount: count,
    referents: rows(Neighbour),
    referentCount: count,
  }),
  z.strictObject({ kind: z.literal('type'), type: text, instances: rows(Thing), count }),
  z.strictObject({ kind: z.literal('none'), reason: text }),
]);
export type Look = z.infer<typeof Look>;
export type ObjectLook = Extract<Look, { kind: 'object' }>;
