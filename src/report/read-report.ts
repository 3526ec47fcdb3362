import { formatBytes, formatCount } from '../lenses/quantity.ts';
import { shortened, visible } from '../lenses/visible.ts';
import { JudgementFile } from '../runtime/judgement.ts';

export type ReadReport = { kind: 'report'; judgement: JudgementFile } | { kind: 'refused'; sentence: string };

/** A judgement of the judge's own has some 100 kB. */
export const MOST_BYTES = 5_000_000;
/** 32 a rung, more where a swing is followed: some hundreds. */
const MOST_READS = 5_000;
const LONGEST_SHOWN = 60;
const COMMAND = '“python -m leaklab judge … --json”';

/** A report that `leaklab --json` wrote, or a sentence on why it is none. `name` is the file's, in that sentence. */
export function readReport(name: string, bytes: Uint8Array): ReadReport {
  const file = shown(name);
  if (bytes.length > MOST_BYTES)
    return refused(`${file} is larger than ${formatBytes(MOST_BYTES)}, which no report of leaklab is.`);
  const text = decoded(bytes);
  if (text.trim() === '') return refused(`${file} is empty. Save what ${COMMAND} prints.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(`${file} is not JSON. Save what ${COMMAND} prints, and nothing else.`);
  }
  if (!isObject(value) || !isObject(value.verdict) || typeof value.verdict.kind !== 'string')
    return refused(
      `${file} is JSON, but no report of leaklab: it has no verdict. Open what ${COMMAND} prints.`,
    );
  const read = JudgementFile.safeParse(value);
  if (!read.success) return refused(`${file} ${misfit(read.error.issues, value)}`);
  const { length } = read.data.reads;
  if (length > MOST_READS)
    return refused(
      `${file} has ${formatCount(length)} reads of the meter. A report has at most ${formatCount(MOST_READS)}.`,
    );
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
function misfit(issues: Issues, value: object): string {
  for (const issue of issues)
    if (issue.code === 'unrecognized_keys')
      return `has a field that this page does not know: ${place([...issue.path, issue.keys[0] ?? ''])}. ${NEWER}`;
  const path = issues[0]?.path ?? [];
  const found = path.reduce<unknown>((at, key) => (isObject(at) ? at[String(key)] : undefined), value);
  if (found === undefined)
    return `has no field ${place(path)}. An older leaklab wrote it; judge again with this one.`;
  if (path.at(-1) === 'kind' && typeof found === 'string')
    return `has a ${place(path)} that this page does not know: ${shown(found)}. ${NEWER}`;
  return `has a value at ${place(path)} that a report does not have there. Open it as leaklab wrote it.`;
}
const NEWER = 'A newer leaklab wrote it; open it with the page of that version.';

function place(path: readonly PropertyKey[]): string {
  const steps = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return visible(shortened(steps.join('').replace(/^\./, ''), LONGEST_SHOWN));
}

function shown(name: string): string {
  return `“${visible(shortened(name, LONGEST_SHOWN))}”`;
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
