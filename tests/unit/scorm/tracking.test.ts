import { expect, test } from 'vitest';
import { progressKey, STAGES } from '../../../src/progress/reached.ts';
import type { KeptRun, RunStore } from '../../../src/progress/run-store.ts';
import type { Lms, Told } from '../../../src/scorm/lms.ts';
import { openTracking } from '../../../src/scorm/tracking.ts';
import { MemoryStorage } from '../progress/memory-storage.ts';
import { courseOf, keptOf, lessonOf } from './lessons.ts';

const COURSE = courseOf([lessonOf('one'), lessonOf('two')]);

function lmsWith(data = '', learner = 'jo', place = ''): Lms & { told: Told[]; takes: boolean } {
  const lms = {
    version: '1.2' as const,
    room: 4_096,
    ...{ learner, data, place },
    told: [] as Told[],
    takes: true,
    report(one: Told) {
      lms.told.push(one);
      return lms.takes;
    },
    close: () => undefined,
  };
  return lms;
}

function memoryRuns(): RunStore & { kept: KeptRun[] } {
  const kept: KeptRun[] = [];
  return {
    kept,
    list: async () => kept,
    keep: async (run) => void kept.push(run),
    all: async () => kept,
    clear: async () => undefined,
  };
}

async function tracking(
  lms: Lms | null,
  storage: MemoryStorage | null,
  runs: RunStore | null = memoryRuns(),
) {
  const opened = openTracking({
    course: COURSE,
    lms,
    storage: () => storage ?? forbidden(),
    runs,
    now: () => 5,
  });
  await opened.restore();
  return opened;
}

function forbidden(): never {
  throw new DOMException('Forbidden', 'SecurityError');
}

function put(storage: Storage, slug: string, kept: Parameters<typeof keptOf>[0]): void {
  storage.setItem(progressKey(slug), JSON.stringify(keptOf(kept)));
}

async function dataOf(slug: string, kept: Parameters<typeof keptOf>[0]): Promise<string> {
  const [storage, lms] = [new MemoryStorage(), lmsWith()];
  put(storage, slug, kept);
  (await tracking(lms, storage)).look();
  return lms.told[0]?.data ?? '';
}

test('another browser goes on where this one ended, with the code', async () => {
  const files = { 'diagnose.py': 'mine\n' };
  const data = await dataOf('two', { reached: ['symptom', 'observe'], files });
  const storage = new MemoryStorage();
  const there = await tracking(lmsWith(data, 'jo', 'two'), storage);
  expect(there.where()).toBe('two');
  expect(there.reachedIn('two')).toEqual(['symptom', 'observe']);
  expect(JSON.parse(storage.getItem(progressKey('two')) ?? '')).toMatchObject({ files });
});

test('what the LMS has is added to what is here, and a text that differs is put beside it', async () => {
  const data = await dataOf('two', { reached: ['observe'], files: { 'diagnose.py': 'theirs\n' } });
  const [storage, runs] = [new MemoryStorage(), memoryRuns()];
  put(storage, 'two', { reached: ['symptom'], files: { 'diagnose.py': 'mine\n' } });
  const lms = lmsWith(data);
  const there = await tracking(lms, storage, runs);
  there.look();
  expect(lms.told[0]?.standing.reached).toBe(2);
  expect(JSON.parse(storage.getItem(progressKey('two')) ?? '')).toMatchObject({
    files: { 'diagnose.py': 'mine\n' },
  });
  expect(runs.kept).toMatchObject([{ slug: 'two', texts: { 'diagnose.py': 'theirs\n' } }]);
});

test('the LMS is told once of what is new, and again until it takes it', async () => {
  const [storage, lms] = [new MemoryStorage(), lmsWith()];
  const opened = await tracking(lms, storage);
  opened.look();
  opened.look();
  expect(lms.told).toHaveLength(1);
  put(storage, 'one', { reached: ['symptom'] });
  lms.takes = false;
  expect(opened.look().troubles).toEqual([expect.stringContaining('did not take all')]);
  lms.takes = true;
  expect(opened.look().troubles).toEqual([]);
  expect(lms.told).toHaveLength(3);
});

test('code alone waits for a look at everything, and goes along with a stage', async () => {
  const [storage, lms] = [new MemoryStorage(), lmsWith()];
  const opened = await tracking(lms, storage);
  opened.look();
  put(storage, 'one', { files: { 'diagnose.py': 'first\n' } });
  opened.look('stages');
  expect(lms.told).toHaveLength(1);
  put(storage, 'one', { reached: ['observe'], files: { 'diagnose.py': 'first\n' } });
  opened.look('stages');
  expect(lms.told.at(-1)?.data).toMatch(/~one\.2\.2~D\.0\./);
  put(storage, 'one', { reached: ['observe'], files: { 'diagnose.py': 'second\n' } });
  opened.look();
  expect(lms.told).toHaveLength(3);
});

test('where the browser keeps nothing, the stages that a lesson tells of count', async () => {
  const data = await dataOf('two', { reached: [...STAGES] });
  const lms = lmsWith(data);
  const opened = await tracking(lms, null, null);
  opened.hear('one', ['symptom', 'nonsense', 7]);
  const { standing, troubles } = opened.look();
  expect(standing).toMatchObject({ reached: 8, of: 14 });
  expect(troubles).toEqual([expect.stringContaining('keeps nothing')]);
  expect(lms.told.at(-1)?.data).toContain('two.2.7f');
});

test('broken suspend_data is said, and what is here goes on', async () => {
  const storage = new MemoryStorage();
  put(storage, 'one', { reached: ['symptom'] });
  const lms = lmsWith('{"slide":4}');
  const { troubles, standing } = (await tracking(lms, storage)).look();
  expect(troubles).toEqual([expect.stringContaining('was not written by this package')]);
  expect(standing.reached).toBe(1);
  expect(lms.told[0]?.data).toMatch(/^leaklab\.1~/);
});

test('without an LMS it counts and tells nobody', async () => {
  const storage = new MemoryStorage();
  put(storage, 'one', { reached: ['symptom'] });
  expect((await tracking(null, storage)).look()).toEqual({
    standing: { reached: 1, of: 14, percent: 7, complete: false, proved: false },
    troubles: [],
  });
});

test('on a computer of many, one learner’s progress is not reported for another, and comes back with them', async () => {
  const storage = new MemoryStorage();
  await tracking(lmsWith('', 'jo'), storage);
  put(storage, 'one', { reached: [...STAGES] });
  const other = lmsWith('', 'kim');
  (await tracking(other, storage)).look();
  expect(other.told[0]?.standing.reached).toBe(0);
  put(storage, 'two', { reached: ['symptom'] });
  const back = lmsWith('', 'jo');
  (await tracking(back, storage)).look();
  expect(back.told[0]?.standing.reached).toBe(7);
  expect(storage.keys().some((key) => key.includes('jo') || key.includes('kim'))).toBe(false);
});

test('what was done before any LMS asked belongs to the first who comes', async () => {
  const storage = new MemoryStorage();
  put(storage, 'one', { reached: ['symptom'] });
  const lms = lmsWith('', 'jo');
  (await tracking(lms, storage)).look();
  expect(lms.told[0]?.standing.reached).toBe(1);
});

test('code for which the LMS has no room is said to stay here', async () => {
  const storage = new MemoryStorage();
  put(storage, 'one', { files: { 'app.py': randomText(5_000), 'diagnose.py': randomText(5_000) } });
  put(storage, 'two', { files: { 'diagnose.py': randomText(5_000) } });
  const { troubles } = (await tracking(lmsWith(), storage)).look();
  expect(troubles).toEqual([
    'The LMS keeps 4,096 characters: for your program of one lesson and your diagnose.py of 2 lessons there is no room, and it stays in this browser alone.',
  ]);
});

function randomText(characters: number): string {
  let state = 11;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  return Array.from({ length: characters }, () => String.fromCharCode(33 + (next() % 90))).join('');
}
