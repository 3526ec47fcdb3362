import { describe, expect, it } from 'vitest';
import durations from '../../words/durations.json' with { type: 'json' };
import {
  countOf,
  formatBytes,
  formatDuration,
  formatMebibytes,
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
    [-2048, '-2 kB'],
  ])('%d bytes are %s', (bytes, words) => expect(formatBytes(bytes)).toBe(words));

  it('a limit of the machine is told in powers of two', () =>
    expect(formatMebibytes(2 ** 28)).toBe('256 MiB'));

  it.each([
    [1094.3, '1.1 kB'],
    [610.2, '610 B'],
    [3.14159, '3.1 B'],
    [0.867, '0.87 B'],
    [0, '0 B'],
  ])('a slope of %d is %s', (slope, words) => expect(formatSlope(slope)).toBe(words));

  it('a small number keeps its digits', () => {
    expect(formatSignificant(0.0049)).toBe('0.005');
    expect(formatSignificant(3.14159)).toBe('3.14');
    expect(formatSignificant(610.2)).toBe('610');
  });

  it('units are counted in plain English', () => {
    expect(countOf(1, 'request')).toBe('1 request');
    expect(countOf(12_800, 'request')).toBe('12,800 requests');
    expect(['query', 'batch', 'day'].map(plural)).toEqual(['queries', 'batches', 'days']);
  });
});
