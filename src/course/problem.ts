import * as z from 'zod/mini';

/** One thing an author has to put right: where it is, and what to do. */
export type Problem = { file: string; field?: string; message: string };

export class CourseError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(['The course cannot be built:', ...problems.map((problem) => `  ${told(problem)}`)].join('\n'));
    this.name = 'CourseError';
    this.problems = problems;
  }
}

export function told({ file, field, message }: Problem): string {
  return field === undefined ? `${file}: ${message}` : `${file}: ${field}: ${message}`;
}

export type Outcome<T> = { kind: 'valid'; value: T } | { kind: 'invalid'; problems: Problem[] };

/** Checks `value` against `schema`, and words each problem for the author of `file`. */
export function conform<T>(schema: z.core.$ZodType<T>, value: unknown, file: string): Outcome<T> {
  const result = z.safeParse(schema, value, { error: worded });
  if (result.success) return { kind: 'valid', value: result.data };
  return { kind: 'invalid', problems: result.error.issues.flatMap((issue) => spread(issue, file)) };
}

function spread(issue: z.core.$ZodIssue, file: string): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      field: dotted([...issue.path, key]),
      message: 'is not a known field; correct its spelling or take it out.',
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

const plain: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  object: 'an object with named fields',
  record: 'an object with named fields',
  string: 'text',
};

/** The schema's own message wins; this words the rest. */
function worded(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') {
    const expected = plain[issue.expected] ?? `a ${issue.expected}`;
    return issue.input === undefined ? `is missing; add it (${expected}).` : `must be ${expected}.`;
  }
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}.`;
  if (issue.code === 'too_small') {
    if (issue.origin === 'array') return `needs at least ${issue.minimum} entries.`;
    if (issue.origin === 'string') return 'must not be empty.';
    return `must be ${issue.inclusive === true ? 'at least' : 'more than'} ${issue.minimum}.`;
  }
  return undefined;
}
