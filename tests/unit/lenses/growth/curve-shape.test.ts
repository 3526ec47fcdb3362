import { expect, test } from 'vitest';
import { shapeOf, type Shape } from '../../../../src/lenses/growth/curve-shape.ts';

const READS = Array.from({ length: 64 }, (_, index) => index);
const curve = (bytes: (index: number) => number) =>
  READS.map((index) => ({ units: index * 25, bytes: bytes(index) }));

const cases: [string, (index: number) => number, Shape][] = [
  ['what grows evenly', (at) => at * 10_000, 'line'],
  ['what grows evenly, with noise', (at) => at * 10_000 + (at % 3) * 9_000, 'line'],
  ['a cache that fills', (at) => Math.min(at, 20) * 10_000, 'plateau'],
  ['a table that doubles', (at) => 2 ** Math.floor(Math.log2(at + 1)) * 20_000, 'staircase'],
  ['what is let go now and then', (at) => (at % 16) * 10_000, 'sawtooth'],
  ['what rises by a trifle', (at) => at * 10, 'flat'],
  ['what was let go once', (at) => (at < 40 ? at * 10_000 : 0), 'unnamed'],
  ['what steps by a few per cent', (at) => 137_000 + Math.floor(at / 16) * 1_300, 'unnamed'],
  ['a parabola', (at) => at * at * 1_000, 'unnamed'],
];

test.each(cases)('%s has its shape', (_, bytes, shape) => {
  expect(shapeOf(curve(bytes))).toBe(shape);
});

test('a few reads have no shape', () => {
  expect(shapeOf(curve((at) => at * 10_000).slice(0, 7))).toBe('unnamed');
});
