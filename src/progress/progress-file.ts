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
  const file = `“${name.length > 60 ? `${name.slice(0, 59)}…` : name}”`;
  const value = jsonOf(text);
  if (value === undefined) return refused(`${file} is not JSON. Open a file that this page has saved.`);
  const read = ProgressFile.safeParse(value);
  if (!read.success)
    return refused(`${file} ${misfit(read.error.issues)} Open a file that this page has saved.`);
  const { version, lessons, runs } = read.data;
  if (version > VERSION)
    return refused(
      `${file} was saved by a newer version of the site. Reload this page, or open the file there.`,
    );
  const entries = Object.entries(lessons);
  if (entries.length > MOST_LESSONS)
    return refused(`${file} has ${entries.length} lessons, more than any course has.`);
  if (runs.length > MOST_RUNS)
    return refused(`${file} has ${runs.length} runs, more than any browser keeps.`);
  const strange = entries.find(([slug]) => !SLUG.test(slug));
  if (strange)
    return refused(`${file} names a lesson “${strange[0].slice(0, 60)}”, which no lesson is called.`);
  const forward = entries.flatMap(([slug, kept]) => {
    const lesson = broughtForward(kept, version, steps);
    return lesson ? [[slug, lesson] as const] : [];
  });
  const known = runs.flatMap((run) => {
    const kept = KeptRun.safeParse(run).data;
    return kept && SLUG.test(kept.slug) ? [kept] : [];
  });
  if (forward.length === 0 && entries.length > 0)
    return refused(`${file} was saved by version ${version} of the site, and nothing in it could be read.`);
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

function misfit(issues: readonly z.core.$ZodIssue[]): string {
  const field = issues[0]?.path.join('.') ?? '';
  return field === '' || field === 'kind'
    ? 'is JSON, but no progress of Leaklab.'
    : `has no ${field} as saved progress has it.`;
}

function refused(sentence: string): ReadProgress {
  return { kind: 'refused', sentence };
}
