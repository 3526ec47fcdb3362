import { describe, expect, it } from 'vitest';
import { areaPath, linePath, withinFrame } from '../../../../src/lenses/chart/path.ts';

const frame = { width: 100, height: 100 };
const spots = (...pairs: [number, number][]) => pairs.map(([x, y]) => ({ x, y }));

describe('paths', () => {
  it('a line goes through its spots', () => {
    expect(linePath(spots([0, 90], [50, 45.5], [100, 0]))).toBe('M0 90L50 45.5L100 0');
    expect(linePath(spots([3, 4]))).toBe('M3 4');
    expect(linePath([])).toBe('');
  });

  it('an area lies between two lines and is closed', () => {
    expect(areaPath(spots([0, 10], [50, 20]), spots([0, 90], [50, 80]))).toBe('M0 10L50 20L50 80L0 90Z');
    expect(areaPath([], [])).toBe('');
  });
});

describe('a line within its frame', () => {
  it('is whole where it does not leave', () => {
    const line = spots([0, 100], [100, 0]);
    expect(withinFrame(line, frame)).toEqual(line);
  });

  it('ends where it leaves at the top', () =>
    expect(withinFrame(spots([0, 100], [40, 50], [80, -50], [90, 20]), frame)).toEqual(
      spots([0, 100], [40, 50], [60, 0]),
    ));

  it('ends where it leaves on the right', () =>
    expect(withinFrame(spots([0, 100], [80, 60], [120, 40]), frame)).toEqual(
      spots([0, 100], [80, 60], [100, 50]),
    ));

  it('is nothing where it never was inside', () =>
    expect(withinFrame(spots([0, -10], [50, 50]), frame)).toEqual([]));
});
