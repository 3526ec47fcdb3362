import { words } from '#words/progress';
import * as z from 'zod/mini';
import { VERSION } from './reached.ts';
import { KeptRun } from './run-store.ts';
import type { Kept } from './schema.ts';
import { broughtForward, type Migrations } from './versions.ts';

/** Everything that a learner did, as one file has it. */
export type Everything = {
  /** By the slug of a lesson, or `sandbox/<id>`. */
  lessons: Record<string, Kept>;
  runs: KeptRun[];
};

export type ReadProgress =
  | { kind: 'progress'; everything: Everything; /** What of it could not be read. */ unread: number }
  | { kind: 'refused'; sentence: string };

const KIND = 'leaklab progress';
/** A thousand runs with their code have some ten megabytes. */
export const MOST_BYTES = 40_000_000;
const MOST_LESSONS = 1_000;
const MOST_RUNS = 20_000;
const SLUG = /^(sandbox\/)?[a-z0-9][a-z0-9-]{0,79}$/;

const ProgressFile = z.object({
  kind: z.literal(KIND),
  version: z.int(),
  lessons: z.record(z.string(), z.unknown()),
  runs: z.array(z.unknown()),
});

export function writeProgress({ lessons, runs }: Everything, savedAt: Date): string {
  return JSON.stringify({ kind: KIND, version: VERSION, saved: savedAt.toISOString(), lessons, runs });
}

/** What `writeProgress` of this version or an older one wrote, or a sentence on why it is refused. `name` is the file's. */
export function readProgress(name: string, text: string, steps?: Migrations): ReadProgress {
  const file = name.length > 60 ? `${name.slice(0, 59)}…` : name;
  const value = jsonOf(text);
  if (value === undefined) return refused(words.file.noJson(file));
  const read = ProgressFile.safeParse(value);
  if (!read.success) return refused(misfit(file, read.error.issues));
  const { version, lessons, runs } = read.data;
  if (version > VERSION) return refused(words.file.newer(file));
  const entries = Object.entries(lessons);
  if (entries.length > MOST_LESSONS) return refused(words.file.tooManyLessons(file, entries.length));
  if (runs.length > MOST_RUNS) return refused(words.file.tooManyRuns(file, runs.length));
  const strange = entries.find(([slug]) => !SLUG.test(slug));
  if (strange) return refused(words.file.strangeLesson(file, strange[0].slice(0, 60)));
  const forward = entries.flatMap(([slug, kept]) => {
    const lesson = broughtForward(kept, version, steps);
    return lesson ? [[slug, lesson] as const] : [];
  });
  const known = runs.flatMap((run) => {
    const kept = KeptRun.safeParse(run).data;
    return kept && SLUG.test(kept.slug) ? [kept] : [];
  });
  if (forward.length === 0 && entries.length > 0) return refused(words.file.tooOld(file, version));
  return {
    kind: 'progress',
    everything: { lessons: Object.fromEntries(forward), runs: known },
    unread: entries.length - forward.length + runs.length - known.length,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function misfit(file: string, issues: readonly z.core.$ZodIssue[]): string {
  const field = issues[0]?.path.join('.') ?? '';
  return field === '' || field === 'kind' ? words.file.noProgress(file) : words.file.noField(file, field);
}

function refused(sentence: string): ReadProgress {
  return { kind: 'refused', sentence };
}
