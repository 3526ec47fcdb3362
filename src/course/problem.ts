import { words } from '#words/course';
import * as z from 'zod/mini';

const { schema } = words;

/** One thing an author has to put right: where it is, and what to do. */
export type Problem = { file: string; field?: string; message: string };

export class CourseError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super([words.cannotBeBuilt, ...problems.map((problem) => `  ${told(problem)}`)].join('\n'));
    this.name = 'CourseError';
    this.problems = problems;
  }
}

export function told({ file, field, message }: Problem): string {
  return field === undefined ? `${file}: ${message}` : `${file}: ${field}: ${message}`;
}

export type Outcome<T> = { kind: 'valid'; value: T } | { kind: 'invalid'; problems: Problem[] };

/** Checks `value` against `form`, and words each problem for the author of `file`. */
export function conform<T>(form: z.core.$ZodType<T>, value: unknown, file: string): Outcome<T> {
  const result = z.safeParse(form, value, { error: worded });
  if (result.success) return { kind: 'valid', value: result.data };
  return { kind: 'invalid', problems: result.error.issues.flatMap((issue) => spread(issue, file)) };
}

function spread(issue: z.core.$ZodIssue, file: string): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      field: dotted([...issue.path, key]),
      message: schema.unknown,
    }));
  }
  const field = dotted(issue.path);
  return [{ file, message: issue.message, ...(field === '' ? {} : { field }) }];
}

function dotted(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

/** The schema's own message wins; this words the rest. */
function worded(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') {
    const type = schema.type(issue.expected);
    return issue.input === undefined ? schema.missing(type) : schema.mustBe(type);
  }
  if (issue.code === 'invalid_value') return schema.oneOf(issue.values.map(String).join(', '));
  if (issue.code === 'too_small') {
    const least = String(issue.minimum);
    if (issue.origin === 'array') return schema.fewEntries(least);
    if (issue.origin === 'string') return schema.empty;
    return issue.inclusive === true ? schema.atLeast(least) : schema.above(least);
  }
  return undefined;
}
