import { expect, it } from 'vitest';
import { linearScale, share } from '../../../../src/lenses/chart/scale.ts';

it('a scale maps in proportion, upwards and downwards', () => {
  const down = linearScale([0, 2000], [180, 0]);
  expect([0, 500, 2000, 3000].map(down)).toEqual([180, 135, 0, -90]);
});

it('a scale knows values below zero', () => {
  const scale = linearScale([-50, 50], [0, 100]);
  expect([-50, 0, 25].map(scale)).toEqual([0, 50, 75]);
});

it('a scale gives no more than tenths of a pixel', () => {
  expect(linearScale([0, 3], [0, 100])(1)).toBe(33.3);
});

it('a length is a share of the whole', () => {
  expect(share(50, 284)).toBe('17.61%');
  expect(share(-5, 200)).toBe('-2.5%');
});

it('a domain of one value lands where the range begins', () => {
  expect(linearScale([7, 7], [180, 0])(7)).toBe(180);
});
