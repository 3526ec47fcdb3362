import { words } from '#words/progress';
import { merged } from './merged.ts';
import type { Everything } from './progress-file.ts';
import { PREFIX, VERSION, progressKey } from './reached.ts';
import type { KeptRun, RunStore } from './run-store.ts';
import { RUNS_KEPT } from './runs-kept.ts';
import { keptIn, type Kept } from './schema.ts';

/** What came of taking a file in. */
export type TakenIn = {
  /** Lessons that were new here, and those that had something here and have more now. */
  added: number;
  extended: number;
  runs: number;
  /** Texts of the file for which there was another here; each is in the runs of its lesson. */
  displaced: number;
};

/** Of every lesson and sandbox in this browser; what cannot be read is left where it is. */
export function keptLessons(storage: Storage): Record<string, Kept> {
  const start = `${PREFIX}${VERSION}:`;
  const found = keysOf(storage).flatMap((key) => {
    const slug = key.slice(start.length);
    if (!key.startsWith(start) || slug.includes(':')) return [];
    const kept = keptIn(storage.getItem(key));
    return kept ? [[slug, kept] as const] : [];
  });
  return Object.fromEntries(found);
}

/**
 * Adds to what is here, and replaces nothing. Where a text differs, that of the file becomes a run of its lesson, from which it can
 * be brought back, if there is a `store`. Nothing is changed where not all of it has room: the storage then throws.
 */
export async function takeIn(
  { lessons, runs }: Everything,
  storage: Storage,
  store: RunStore | null,
  now: number,
): Promise<TakenIn> {
  const here = keptLessons(storage);
  const displaced: KeptRun[] = [];
  const before = new Map<string, string | null>();
  const told = { added: 0, extended: 0 };
  try {
    for (const [slug, theirs] of Object.entries(lessons)) {
      const mine = here[slug];
      const key = progressKey(slug);
      const outcome = mine ? merged(mine, theirs) : { kept: theirs, displaced: {} };
      if (Object.keys(outcome.displaced).length > 0) displaced.push(runOf(slug, outcome.displaced, now));
      if (JSON.stringify(outcome.kept) === JSON.stringify(mine)) continue;
      before.set(key, storage.getItem(key));
      storage.setItem(key, JSON.stringify(outcome.kept));
      told[mine ? 'extended' : 'added'] += 1;
    }
  } catch (error) {
    for (const [key, raw] of before) restore(storage, key, raw);
    throw error;
  }
  const known = new Set(((await store?.all()) ?? []).map(identity));
  const isNew = (run: KeptRun) => !known.has(identity(run));
  const [fresh, beside] = [runs.filter(isNew), displaced.filter(isNew)];
  const inOrder = [...fresh, ...beside].sort((a, b) => a.endedAt - b.endedAt);
  for (const run of inOrder) await store?.keep(run, RUNS_KEPT);
  return { ...told, runs: fresh.length, displaced: beside.length };
}

/** All that any version has kept here of lessons and sandboxes, what was set aside too. */
export async function forget(storage: Storage, store: RunStore | null): Promise<void> {
  for (const key of keysOf(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
  await store?.clear();
}

const identity = ({ slug, endedAt, task, texts }: KeptRun): string =>
  JSON.stringify(task === 'trial' ? [slug, texts] : [slug, endedAt]);

/** A text that has no room beside the learner's own, as a run in which nothing ran. */
function runOf(slug: string, texts: Record<string, string>, endedAt: number): KeptRun {
  return {
    slug,
    task: 'trial',
    title: words.carry.displacedRun,
    load: null,
    endedAt,
    texts,
    reads: [],
    outcome: null,
    explanation: null,
  };
}

function keysOf(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
}

function restore(storage: Storage, key: string, raw: string | null): void {
  if (raw === null) storage.removeItem(key);
  else storage.setItem(key, raw);
}
