import { describe, expect, it } from 'vitest';
import { forget, keptLessons, takeIn } from '../../../src/progress/everything.ts';
import { readProgress, writeProgress, type Everything } from '../../../src/progress/progress-file.ts';
import { progressKey } from '../../../src/progress/reached.ts';
import type { KeptRun, RunStore } from '../../../src/progress/run-store.ts';
import type { Kept } from '../../../src/progress/schema.ts';
import { MemoryStorage } from './memory-storage.ts';

const kept = (change: Partial<Kept> = {}): Kept => ({
  lessonVersion: 1,
  files: {},
  setAside: {},
  reached: ['symptom'],
  opened: [],
  ...change,
});

const run = (change: Partial<KeptRun> = {}): KeptRun => ({
  slug: 'a-lesson',
  task: 'check',
  title: 'your files',
  load: null,
  endedAt: 1000,
  texts: { 'app.py': 'x = 1\n' },
  reads: [],
  outcome: null,
  explanation: null,
  ...change,
});

function memoryRuns(runs: KeptRun[] = []): RunStore & { runs: KeptRun[] } {
  return {
    runs,
    list: async (slug) => runs.filter((one) => one.slug === slug),
    keep: async (one) => void runs.push(one),
    all: async () => [...runs],
    clear: async () => void runs.splice(0),
  };
}

function holding(lessons: Record<string, Kept>): MemoryStorage {
  const storage = new MemoryStorage();
  for (const [slug, one] of Object.entries(lessons)) storage.setItem(progressKey(slug), JSON.stringify(one));
  return storage;
}

const take = (everything: Everything, storage: Storage, store = memoryRuns()) =>
  takeIn(everything, storage, store, 5000);

describe('what is in this browser', () => {
  it('is found by lesson and sandbox, without what was set aside or cannot be read', () => {
    const storage = holding({ 'a-lesson': kept(), 'sandbox/own': kept() });
    storage.setItem(`${progressKey('a-lesson')}:aside:1`, '"?"');
    storage.setItem(progressKey('broken'), '{"reached"');
    storage.setItem('leaklab:room', '{}');
    storage.setItem('another-site', '{}');
    expect(Object.keys(keptLessons(storage))).toEqual(['a-lesson', 'sandbox/own']);
  });

  it('is forgotten as a whole, and nothing of another site', async () => {
    const storage = holding({ 'a-lesson': kept() });
    storage.setItem('another-site', '{}');
    const runs = memoryRuns([run()]);
    await forget(storage, runs);
    expect(storage.keys()).toEqual(['another-site']);
    expect(runs.runs).toEqual([]);
  });
});

describe('a file that is taken in', () => {
  it('comes back as it was where nothing was', async () => {
    const lessons = { 'a-lesson': kept({ files: { 'app.py': 'mine' }, seconds: { one: 60 } }) };
    const everything = { lessons, runs: [run()] };
    const read = readProgress('p.json', writeProgress(everything, new Date(0)));
    expect(read).toEqual({ kind: 'progress', everything, unread: 0 });
    const storage = new MemoryStorage();
    const runs = memoryRuns();
    expect(await take(everything, storage, runs)).toEqual({ added: 1, extended: 0, runs: 1, displaced: 0 });
    expect(keptLessons(storage)).toEqual(lessons);
    expect(runs.runs).toEqual([run()]);
  });

  it('adds what is not here, and replaces nothing', async () => {
    const mine = kept({ files: { 'app.py': 'mine' }, reached: ['symptom', 'fix'], opened: ['hint-fix-1'] });
    const theirs = kept({
      files: { 'app.py': 'theirs', 'log.py': 'theirs' },
      reached: ['symptom', 'observe'],
      opened: ['hint-fix-2'],
    });
    const storage = holding({ 'a-lesson': mine });
    const runs = memoryRuns();
    const told = await take({ lessons: { 'a-lesson': theirs }, runs: [] }, storage, runs);
    expect(keptLessons(storage)['a-lesson']).toMatchObject({
      files: { 'app.py': 'mine', 'log.py': 'theirs' },
      reached: ['symptom', 'observe', 'fix'],
      opened: ['hint-fix-1', 'hint-fix-2'],
    });
    expect(told).toEqual({ added: 0, extended: 1, runs: 0, displaced: 1 });
    expect(runs.runs.map(({ texts }) => texts)).toEqual([{ 'app.py': 'theirs' }]);
  });

  it('changes nothing when it comes a second time', async () => {
    const everything = {
      lessons: { 'a-lesson': kept({ files: { 'app.py': 'theirs' }, seconds: { laptop: 100 } }) },
      runs: [run()],
    };
    const storage = holding({ 'a-lesson': kept({ files: { 'app.py': 'mine' }, seconds: { desk: 40 } }) });
    const runs = memoryRuns();
    await take(everything, storage, runs);
    const before = storage.getItem(progressKey('a-lesson'));
    expect(await take(everything, storage, runs)).toEqual({ added: 0, extended: 0, runs: 0, displaced: 0 });
    expect(storage.getItem(progressKey('a-lesson'))).toBe(before);
    expect(runs.runs).toHaveLength(2);
    expect(keptLessons(storage)['a-lesson']?.seconds).toEqual({ laptop: 100, desk: 40 });
  });

  it('leaves everything as it is where there is no room for all of it', async () => {
    const storage = holding({ one: kept() });
    storage.room = 300;
    const lessons = { one: kept({ reached: ['fix'] }), two: kept({ files: { 'app.py': 'x'.repeat(400) } }) };
    await expect(take({ lessons, runs: [] }, storage)).rejects.toThrow('quota');
    expect(keptLessons(storage)).toEqual({ one: kept() });
  });
});

const file = (change: object) =>
  JSON.stringify({ kind: 'leaklab progress', version: 1, lessons: {}, runs: [], ...change });
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`l${index}`, {}]));

it.each([
  ['nothing', '', 'is not JSON'],
  ['half of a file', file({}).slice(0, 30), 'is not JSON'],
  ['a page of HTML', '<!doctype html><title>Log in</title>', 'is not JSON'],
  ['null', 'null', 'no progress of Leaklab'],
  ['a list', '[]', 'no progress of Leaklab'],
  ['a report', '{"verdict":{"kind":"growing"}}', 'no progress of Leaklab'],
  ['lessons that are a list', file({ lessons: [] }), 'has no lessons as saved progress has it'],
  ['runs that are none', file({ runs: 'many' }), 'has no runs as saved progress has it'],
  ['a version to come', file({ version: 2 }), 'newer version of the site'],
  ['a version without steps', file({ version: 0, lessons: { one: {} } }), 'nothing in it could be read'],
  ['more lessons than there are', file({ lessons: many(1001) }), 'more than any course has'],
  ['more runs than there are', file({ runs: Array(20_001).fill(0) }), 'more than any browser keeps'],
  ['a path for a lesson', file({ lessons: { '../../room': {} } }), 'which no lesson is called'],
  ['the key of a setting', file({ lessons: { 'x:aside:1': {} } }), 'which no lesson is called'],
])('%s is refused with a sentence', (_name, text, sentence) => {
  const read = readProgress('them.json', text);
  expect(read.kind === 'refused' && read.sentence).toContain(sentence);
  expect(read.kind === 'refused' && read.sentence).toMatch(/^“them\.json” .*\.$/);
});

it('an older version is brought forward, and what of it cannot be read is counted', () => {
  const text = file({ version: 0, lessons: { one: { done: 1 }, two: null }, runs: [{ slug: 'one' }] });
  const read = readProgress('old.json', text, {
    0: (older) => (older ? { ...kept(), reached: ['fix'] } : null),
  });
  expect(read).toEqual({
    kind: 'progress',
    everything: { lessons: { one: kept({ reached: ['fix'] }) }, runs: [] },
    unread: 2,
  });
});
