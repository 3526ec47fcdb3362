import { expect, test } from 'vitest';
import { readSignal } from '../../../src/runtime/signal.ts';
import { limitSignals } from '../../../src/runtime/signal-limits.ts';
import { explanation } from './fixtures.ts';

test('a steady flow is too much once a run has said more than ten thousand signals', () => {
  let now = 0;
  const excess = limitSignals(() => (now += 1));
  for (let sent = 0; sent < 10_000; sent += 1) expect(excess('{}')).toBeNull();
  expect(excess('{}')).toBe('more than 10,000 signals in one run');
});

test('a burst is no excess when the seconds between them are counted apart', () => {
  let now = 0;
  const excess = limitSignals(() => now);
  for (let second = 0; second < 4; second += 1, now += 1000) {
    for (let sent = 0; sent < 2000; sent += 1) expect(excess('{}')).toBeNull();
  }
});

test('an explanation with more rows than a page can show is no signal', () => {
  const path = { root: 'app', steps: [], text: 'app', type: 'list', count: 1, retainedBytes: 1, stored: [] };
  const signal = (paths: number) =>
    JSON.stringify({
      kind: 'explanation',
      runId: 1,
      explanation: { ...explanation, retainers: Array<unknown>(paths).fill(path) },
    });
  expect(readSignal(signal(100))).not.toBeNull();
  expect(readSignal(signal(101))).toBeNull();
});
