import { describe, expect, it } from 'vitest';
import durations from '../../words/durations.json' with { type: 'json' };
import {
  countOf,
  formatBytes,
  formatDuration,
  formatMebibytes,
  formatNumber,
  formatQuantity,
  formatSignificant,
  formatSlope,
  plural,
} from '../../../src/lenses/quantity.ts';

describe('quantities in words', () => {
  it.each(durations as [number, string][])('%d seconds are %s, as the judge says', (seconds, words) =>
    expect(formatDuration(seconds)).toBe(words),
  );

  it.each([
    [0, '0 B'],
    [0.05, '0.05 B'],
    [812, '812 B'],
    [4210, '4.2 kB'],
    [999_499, '999 kB'],
    [999_600, '1 MB'],
    [48_000_000, '48 MB'],
    [-2048, '−2 kB'],
  ])('%d bytes are %s', (bytes, words) => expect(formatBytes(bytes)).toBe(words));

  it('a limit of the machine is told in powers of two', () =>
    expect(formatMebibytes(2 ** 28)).toBe('256 MiB'));

  it.each([
    [1094.3, '1.1 kB'],
    [610.2, '610 B'],
    [3.14159, '3.1 B'],
    [0.867, '0.87 B'],
    [0, '0 B'],
    [-3.14159, '−3.1 B'],
    [-0.0123, '−0.012 B'],
    [0.0000001, '0.0000001 B'],
  ])('a slope of %d is %s', (slope, words) => expect(formatSlope(slope)).toBe(words));

  it('a small number keeps its digits', () => {
    expect(formatSignificant(0.0049)).toBe('0.005');
    expect(formatSignificant(3.14159)).toBe('3.14');
    expect(formatSignificant(610.2)).toBe('610');
  });

  it('a number has as many digits as its size deserves, or as are asked for', () => {
    expect([0.2944, 4.206, 48.06, 1052.93, 12_800, -0.001].map((value) => formatNumber(value))).toEqual([
      '0.29',
      '4.21',
      '48.1',
      '1,053',
      '12,800',
      '0',
    ]);
    expect(formatNumber(2, 2)).toBe('2.00');
  });

  it('a measured value stands in the unit that is asked for, on one line with it', () => {
    expect(formatQuantity(1234.4, 'kB')).toBe('1.23\u00a0kB');
    expect(formatQuantity(2 ** 21, 'MiB')).toBe('2\u00a0MiB');
    expect(formatQuantity(12, 'tasks')).toBe('12\u00a0tasks');
    expect(formatQuantity(12.34, undefined, 1)).toBe('12.3');
  });

  it('units are counted in plain English', () => {
    expect(countOf(1, 'request')).toBe('1 request');
    expect(countOf(12_800, 'request')).toBe('12,800 requests');
    expect(['query', 'batch', 'day'].map(plural)).toEqual(['queries', 'batches', 'days']);
  });
});
