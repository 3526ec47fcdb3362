import { language } from '#words/language';
import { words } from '#words/own-program';
import * as z from 'zod/mini';
import { conform, told } from '../course/problem.ts';
import { SandboxFile, Turnable } from '../course/sandbox-schema.ts';
import { DIAGNOSE, HARNESS, nameComplaint, PROGRAM } from './file-names.ts';
import { hasUnseen, Refused } from './refused.ts';

export const LEAST_CAP = 3200;
export const MOST_UNITS = 1_000_000;
export const MOST_BYTES = 512 * 1024;
export const MOST_FILES = 40;

const text = (most: number) =>
  z.string().check(
    z.maxLength(most, words.schema.tooLong(most)),
    z.refine((value) => !hasUnseen(value), words.schema.unseen),
  );
const upTo = (most: number) => z.maximum(most, words.schema.atMost(most.toLocaleString(language.locale)));
const atMost = (entries: number) => z.maxLength(entries, words.schema.tooMany(entries));

export const Settings = z.strictObject({
  title: text(80).check(z.refine((title) => title.trim() !== '', words.schema.empty)),
  /** Distributions to have installed. */
  packages: z.array(text(60)).check(atMost(12)),
  /** What one call of `run` is, in the singular. */
  unit: z.string().check(z.regex(/^[a-z]{1,24}$/, words.schema.unit)),
  contract: z.strictObject({
    cap: z.int().check(z.minimum(LEAST_CAP), upTo(MOST_UNITS)),
    budgetBytes: z.int().check(z.positive(), z.maximum(2 ** 30, words.schema.atMost('1 GiB'))),
    sensitivity: z.number().check(z.positive(), upTo(1e9)),
    warmUp: z.int().check(z.nonnegative(), upTo(100_000)),
    ratePerSecond: z.number().check(z.positive(), upTo(1e6)),
  }),
  /** What a fix must keep, in words; `check.py` asserts it. */
  behaviour: z.array(text(400)).check(atMost(20)),
  /** Units that Run loads. */
  observeUnits: z.int().check(z.positive(), upTo(MOST_UNITS)),
});
export type Settings = z.infer<typeof Settings>;

/** What makes a program somebody's lesson: its settings, load and check are its author's, and not to be changed. */
export const Lesson = z.strictObject({
  summary: text(400),
  /** Files of the program that the learner may change; `diagnose.py` they always may. */
  editable: z.array(z.string()),
  verdict: SandboxFile.shape.verdict,
  load: z.array(Turnable),
});
export type Lesson = z.infer<typeof Lesson>;

export const OwnProgram = z.readonly(
  z.strictObject({
    settings: Settings,
    files: z.record(z.string(), z.string()),
    lesson: z.optional(Lesson),
  }),
);
export type OwnProgram = z.infer<typeof OwnProgram>;

/** The file of a sandbox that has the settings of its program. */
export const DECLARED = 'sandbox.json';

/** As a run keeps it; of a lesson with what tells that it is one. */
export function declared({ settings, lesson }: Pick<OwnProgram, 'settings' | 'lesson'>): string {
  const { title, packages, unit, contract, behaviour, observeUnits } = settings;
  const sandbox = {
    title,
    packages,
    unit,
    ...(lesson && { editable: lesson.editable }),
    contract: { ...contract, behaviour },
    observeUnits,
  };
  return `${JSON.stringify(sandbox, null, 2)}\n`;
}

/** A program and what was changed of it since it was opened. */
export type Opened = { program: OwnProgram; changed: Readonly<Record<string, string>> };

/** As it is now, with nothing to go back to. */
export function flat({ program, changed }: Opened): OwnProgram {
  return { ...program, files: { ...program.files, ...changed } };
}

/** `value` as a program, with the names and sizes of its files looked at. Throws `Refused`. */
export function programIn(value: unknown, source: string): OwnProgram {
  const outcome = conform(OwnProgram, value, source);
  if (outcome.kind === 'invalid')
    throw new Refused(told(outcome.problems[0] ?? { file: source, message: '' }));
  const { files } = outcome.value;
  if (!Object.keys(files).some((name) => name !== DIAGNOSE && !HARNESS.includes(name)))
    throw new Refused(words.program.noProgram(PROGRAM));
  return { ...outcome.value, files: withinLimits(files) };
}

/** The files of a program: names that Python can import, and no more than the bench takes. Throws `Refused`. */
export function withinLimits(files: Readonly<Record<string, string>>): Record<string, string> {
  const names = Object.keys(files);
  if (names.length > MOST_FILES) throw new Refused(words.program.tooManyFiles(names.length, MOST_FILES));
  const bytes = names.reduce((sum, name) => sum + byteLength(files[name] ?? ''), 0);
  if (bytes > MOST_BYTES) throw new Refused(words.program.tooMuchText(MOST_BYTES / 1024));
  for (const [index, name] of names.entries()) {
    const complaint = nameComplaint(name, names.slice(0, index));
    if (complaint !== null) throw new Refused(complaint);
  }
  return { ...files };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}
