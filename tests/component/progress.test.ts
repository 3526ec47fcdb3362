import { afterEach, expect, test, vi } from 'vitest';
import { openRunStore, type KeptRun } from '../../src/progress/run-store.ts';
import { watchTabs } from '../../src/progress/tabs.ts';
import { bounded } from './states/outcomes.ts';

const run: KeptRun = {
  slug: 'sample',
  task: 'check',
  title: 'your files',
  load: null,
  endedAt: 1,
  texts: { 'app.py': 'RING = 1\n' },
  reads: [{ units: 1, bytes: 2, rung: 0 }],
  outcome: bounded,
  explanation: null,
};

afterEach(() => vi.restoreAllMocks());

test('runs are kept by lesson, in order, and the oldest goes first', async () => {
  const store = await openRunStore();
  await store.clear();
  for (const endedAt of [1, 2, 3]) await store.keep({ ...run, endedAt }, 2);
  await store.keep({ ...run, slug: 'other' }, 2);
  expect(await store.list('sample')).toEqual([2, 3].map((endedAt) => ({ ...run, endedAt })));
  expect(await store.list('other')).toEqual([{ ...run, slug: 'other' }]);
});

test('of a run that an older version measured the code stays', async () => {
  const store = await openRunStore();
  await store.clear();
  await store.keep({ ...run, outcome: { kind: 'settled' } as never, reads: [{ at: 1 }] as never }, 2);
  expect(await store.list('sample')).toEqual([{ ...run, outcome: null, reads: [] }]);
});

test('the second tab hears that it is not alone, and that it is when the first is closed', async () => {
  const [first, second] = [vi.fn(), vi.fn()];
  const close = watchTabs('sample', first);
  const closeSecond = watchTabs('sample', second);
  await expect.poll(() => second.mock.calls).toEqual([[true]]);
  close();
  await expect.poll(() => second.mock.calls).toEqual([[true], [false]]);
  expect(first).not.toHaveBeenCalled();
  closeSecond();
});
