import { words } from '#words/course';
import { parse } from 'yaml';
import type * as z from 'zod/mini';
import { conform, type Outcome } from './problem.ts';

/** Checks the YAML `text` of `file` against `schema`; what is no YAML is a problem like any other. */
export function readYaml<T>(schema: z.core.$ZodType<T>, text: string, file: string): Outcome<T> {
  let value: unknown;
  try {
    value = parse(text, { prettyErrors: false });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      kind: 'invalid',
      problems: [{ file, ...lineOf(error, text), message: words.notYaml(message) }],
    };
  }
  return conform(schema, value, file);
}

function lineOf(error: unknown, text: string): { field?: string } {
  const pos: unknown = error instanceof Error && 'pos' in error ? error.pos : null;
  const at: unknown = Array.isArray(pos) ? pos[0] : null;
  return typeof at === 'number' ? { field: words.line(text.slice(0, at).split('\n').length) } : {};
}
