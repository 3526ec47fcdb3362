import { words } from '#words/report';
import { formatBytes, formatCount } from '../lenses/quantity.ts';
import { shortened, visible } from '../lenses/visible.ts';
import { JudgementFile } from '../runtime/judgement.ts';

export type ReadReport = { kind: 'report'; judgement: JudgementFile } | { kind: 'refused'; sentence: string };

/** A judgement of the judge's own has some 100 kB. */
export const MOST_BYTES = 5_000_000;
/** 32 a rung, more where a swing is followed: some hundreds. */
const MOST_READS = 5_000;
const LONGEST_SHOWN = 60;
const COMMAND = words.quoted('python -m leaklab judge … --json');

/** A report that `leaklab --json` wrote, or a sentence on why it is none. `name` is the file's, in that sentence. */
export function readReport(name: string, bytes: Uint8Array): ReadReport {
  const file = shown(name);
  const { refused: why } = words;
  if (bytes.length > MOST_BYTES) return refused(why.tooLarge(file, formatBytes(MOST_BYTES)));
  const text = decoded(bytes);
  if (text.trim() === '') return refused(why.empty(file, COMMAND));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(why.notJson(file, COMMAND));
  }
  if (!isObject(value) || !isObject(value.verdict) || typeof value.verdict.kind !== 'string')
    return refused(why.noVerdict(file, COMMAND));
  const read = JudgementFile.safeParse(value);
  if (!read.success) return refused(misfit(file, read.error.issues, value));
  const { length } = read.data.reads;
  if (length > MOST_READS)
    return refused(why.tooManyReads(file, formatCount(length), formatCount(MOST_READS)));
  return { kind: 'report', judgement: seen(read.data) };
}

/** Windows shells redirect in UTF-16, with a mark that says so. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

type Issues = NonNullable<ReturnType<typeof JudgementFile.safeParse>['error']>['issues'];

/** What does not fit: a field that only a newer leaklab writes, one that an older did not, or a wrong value. */
function misfit(file: string, issues: Issues, value: object): string {
  const { refused: why } = words;
  for (const issue of issues)
    if (issue.code === 'unrecognized_keys')
      return why.unknownField(file, place([...issue.path, issue.keys[0] ?? '']));
  const path = issues[0]?.path ?? [];
  const found = path.reduce<unknown>((at, key) => (isObject(at) ? at[String(key)] : undefined), value);
  if (found === undefined) return why.missingField(file, place(path));
  if (path.at(-1) === 'kind' && typeof found === 'string')
    return why.unknownKind(file, place(path), shown(found));
  return why.wrongValue(file, place(path));
}

function place(path: readonly PropertyKey[]): string {
  const steps = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return visible(shortened(steps.join('').replace(/^\./, ''), LONGEST_SHOWN));
}

function shown(name: string): string {
  return words.quoted(visible(shortened(name, LONGEST_SHOWN)));
}

/** The same with each text spelled out: nothing in it hides, or turns the words around it. */
function seen<Value>(value: Value): Value {
  if (typeof value === 'string') return visible(value) as Value;
  if (Array.isArray(value)) return value.map(seen) as Value;
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, seen(item)])) as Value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function refused(sentence: string): ReadReport {
  return { kind: 'refused', sentence };
}
