import { words } from '#words/survivors';
import { expect, test } from 'vitest';
import { agesOf } from '../../../../src/lenses/survivors/ages.ts';

test.each([
  ['a leak', [64, 64, 64, 64, 64, 64, 64, 64], 'all'],
  ['a leak whose first slices were quiet for once', [64, 0, 64, 64, 60, 64, 64, 64], 'all'],
  ['a slow leak', [1, 0, 1, 1, 1, 1, 0, 1], 'all'],
  ['requests in flight', [0, 0, 0, 0, 0, 0, 0, 12], 'youngest'],
  ['requests in flight beside one that hangs', [1, 0, 0, 0, 0, 0, 4, 40], 'youngest'],
  ['what a warm-up made', [500, 0, 0, 0, 0, 0, 0, 0], 'oldest'],
  ['a cache that is full', [0, 0, 0, 30, 64, 64, 64, 64], 'recent'],
  ['every other slice', [5, 0, 5, 0, 5, 0, 5, 0], 'mixed'],
  ['nothing', [0, 0, 0, 0], 'untold'],
  ['two slices', [5, 5], 'untold'],
  ['none', [], 'untold'],
] as const)('%s is %j: %s', (_, cohorts, ages) => {
  expect(agesOf(cohorts)).toBe(ages);
});

test('each age has words of its own, but for what cannot be told', () => {
  expect(words.ages.all).toBe('all ages: it gathers');
  expect(words.ages.youngest).toBe('only the youngest: still in flight');
  expect(words.ages.oldest).toBe('only the oldest: from the start of the load');
  expect(words.ages.untold).toBe('');
});
