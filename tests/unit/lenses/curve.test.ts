import { describe, expect, it } from 'vitest';
import { curveGeometry, niceTicks, type CurveFrame, type Point } from '../../../src/lenses/curve.ts';

const frame: CurveFrame = {
  width: 400,
  height: 230,
  budgetBytes: 100_000,
  expectedUnits: 0,
  words: { width: 150, height: 34 },
};

function line(bytesPerUnit: number, units = 12_800, from = 0): Point[] {
  return Array.from({ length: 33 }, (_, index) => {
    const at = (units / 32) * index;
    return { units: at, bytes: from + at * bytesPerUnit };
  });
}

describe('the memory curve', () => {
  it('runs from the left edge at the axis to the right edge', () => {
    const { end, plot, line: path } = curveGeometry(line(50), [], frame);
    expect(path).toMatch(new RegExp(`^M0 ${plot.bottom}L`));
    expect(end?.x).toBe(plot.right);
    expect(end?.y).toBeGreaterThan(plot.top);
  });

  it('always shows the budget, below a run that passed it and above one that did not', () => {
    const grown = curveGeometry(line(100), [], frame);
    expect(grown.budget.y).toBeGreaterThan(grown.end?.y ?? Infinity);
    const level = curveGeometry(line(0, 12_800, 20_000), [], frame);
    expect(level.budget.y).toBeGreaterThanOrEqual(level.plot.top);
    expect(level.budget.y).toBeLessThan(level.end?.y ?? 0);
  });

  it('lets an earlier run leave at the top rather than squash the present one', () => {
    const level = line(0, 12_800, 60_000);
    const { ghosts, plot, end } = curveGeometry(level, [{ reads: line(5000), label: 'run 1' }], frame);
    const [ghost] = ghosts;
    expect(ghost?.line.endsWith(` ${plot.top}`)).toBe(true);
    expect(plot.bottom - (end?.y ?? 0)).toBeGreaterThan(15);
  });

  it('draws only as far to the right as the run has come', () => {
    const { end, plot } = curveGeometry(line(1, 400), [], { ...frame, expectedUnits: 800 });
    expect(end?.x).toBe(plot.right / 2);
  });

  it('closes the axis with the last unit and keeps the others clear of it', () => {
    const { xTicks } = curveGeometry(line(1), [], frame);
    expect(xTicks.map((tick) => tick.value)).toEqual([0, 5000, 12_800]);
    const narrow = curveGeometry(line(1, 2_697), [], { ...frame, width: 340, expectedUnits: 2_697 });
    expect(narrow.xTicks.map((tick) => tick.value)).toEqual([0, 1000, 2_697]);
  });

  it.each([
    ['a climbing line', line(60)],
    ['a steep line', line(900)],
    ['a level line', line(0, 12_800, 50_000)],
    ['a line close under the budget', line(0, 12_800, 95_000)],
    [
      'a filling cache',
      Array.from({ length: 33 }, (_, i) => ({ units: i * 400, bytes: 80_000 * (1 - 0.7 ** i) })),
    ],
  ])('keeps its words off %s', (_, reads) => {
    for (const width of [300, 400, 640]) {
      const { words, line: path } = curveGeometry(reads, [], { ...frame, width });
      const left = words.anchor === 'start' ? words.x : words.x - frame.words.width;
      const crossed = [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].filter(([, x, y]) => {
        const inWidth = Number(x) > left && Number(x) < left + frame.words.width;
        return inWidth && Number(y) > words.y && Number(y) < words.y + frame.words.height;
      });
      expect(crossed).toEqual([]);
    }
  });

  it('hatches the spread of the later half', () => {
    const reads = line(0, 12_800, 50_000).map((read, index) => ({
      ...read,
      bytes: 50_000 + (index % 2) * 30_000,
    }));
    const { band } = curveGeometry(reads, [], frame);
    expect(band?.height).toBeGreaterThan(30);
  });

  it('has nothing to draw before the first read, and does not fail', () => {
    const { line: path, area, end, band } = curveGeometry([], [], frame);
    expect([path, area, end, band]).toEqual(['', '', null, null]);
  });

  it('shows memory below the start on the axis, not under it', () => {
    const { end, plot } = curveGeometry(line(-5), [], frame);
    expect(end?.y).toBe(plot.bottom);
  });

  it('ticks at 1, 2 or 5 times a power of ten', () => {
    expect(niceTicks(12_800, 4)).toEqual([5000, 10_000]);
    expect(niceTicks(700_000, 3)).toEqual([500_000]);
    expect(niceTicks(10, 3)).toEqual([5]);
  });
});
