import { describe, expect, it } from 'vitest';
import { boxOf } from '../../../../src/lenses/chart/label-placement.ts';
import { strong, weak } from '../../../../src/lenses/chart/text-size.ts';
import {
  curveGeometry,
  type CurveChart,
  type Point,
  type Tone,
} from '../../../../src/lenses/growth/curve.ts';

const frame = { width: 400, height: 194 };
const words = ['growing, 1.1 kB', 'could have seen 1 B'];

function line(bytesPerUnit: number, units = 12_800, from = 0): Point[] {
  return Array.from({ length: 33 }, (_, index) => {
    const at = (units / 32) * index;
    return { units: at, bytes: from + at * bytesPerUnit };
  });
}

function draw(reads: readonly Point[], changes: Partial<CurveChart> = {}, tone: Tone = 'plain') {
  const geometry = curveGeometry({
    curves: [{ reads, tone, words }],
    ghosts: [],
    unit: 'request',
    budgetBytes: 100_000,
    expectedUnits: 0,
    frame,
    inset: 56,
    ...changes,
  });
  return { ...geometry, curve: geometry.curves[0], budgetY: geometry.budget?.y ?? NaN };
}

const filling = Array.from({ length: 33 }, (_, i) => ({ units: i * 400, bytes: 80_000 * (1 - 0.7 ** i) }));

describe('the memory curve', () => {
  it('runs from the left edge at the axis to the right edge', () => {
    const { curve } = draw(line(50));
    expect(curve?.line).toMatch(/^M0 194L/);
    expect(curve?.end.x).toBe(400);
    expect(curve?.end.y).toBeGreaterThan(0);
    expect(curve?.area).toBe(`${curve?.line ?? ''}L400 194L0 194Z`);
  });

  it('always shows the budget, below a run that passed it and above one that did not', () => {
    const grown = draw(line(100));
    expect(grown.budgetY).toBeGreaterThan(grown.curve?.end.y ?? Infinity);
    const level = draw(line(0, 12_800, 20_000));
    expect(level.budgetY).toBeGreaterThan(0);
    expect(level.budgetY).toBeLessThan(level.curve?.end.y ?? 0);
    expect(level.budget?.label).toBe('budget 100 kB');
  });

  it('has two ticks or more on each axis, none of them close to the budget', () => {
    for (const bytesPerUnit of [0, 0.001, 1, 7, 50, 900, 40_000, 1e9]) {
      const { xTicks, yTicks, budgetY } = draw(line(bytesPerUnit));
      expect(xTicks.length).toBeGreaterThan(1);
      expect(yTicks.length).toBeGreaterThan(1);
      expect(Math.min(...yTicks.map(({ at }) => Math.abs(at - budgetY)))).toBeGreaterThan(18);
    }
  });

  it('lets an earlier run leave at the top rather than squash the present one', () => {
    const ghosts = [{ reads: line(5000), label: 'run 1' }];
    const { ghosts: pale, curve } = draw(line(0, 12_800, 60_000), { ghosts });
    expect(pale[0]?.line.endsWith(' 0')).toBe(true);
    expect(frame.height - (curve?.end.y ?? 0)).toBeGreaterThan(15);
  });

  it('names earlier runs apart, even where they end at the same place', () => {
    const reads = line(5000);
    const { ghosts } = draw(line(50), { ghosts: ['run 2', 'run 1'].map((label) => ({ reads, label })) });
    const [one, other] = ghosts.map(({ place }) => place && boxOf([weak('run 1')], place));
    if (!one || !other) throw new Error('no place');
    expect(Math.abs(one.y - other.y) >= one.height || Math.abs(one.x - other.x) >= one.width).toBe(true);
  });

  it('shows earlier runs alone before the first read', () => {
    const { curves, ghosts } = draw([], { ghosts: [{ reads: line(5), label: 'run 1' }] });
    expect(curves).toEqual([]);
    expect(ghosts[0]?.line).toMatch(/^M0 194L.*L400 /);
  });

  it('draws only as far to the right as the run has come', () =>
    expect(draw(line(1, 400), { expectedUnits: 800 }).curve?.end.x).toBe(frame.width / 2));

  it('shows one read as the spot where the run is', () => {
    const { curve, xTicks, yTicks } = draw([{ units: 0, bytes: 50_000 }], { budgetBytes: null });
    expect(curve?.line).toBe('M0 14.4');
    expect(xTicks.map(({ text }) => text)).toEqual(['0', '1', '2', '3']);
    expect(yTicks.map(({ text }) => text)).toEqual(['10 kB', '20 kB', '30 kB', '40 kB', '50 kB']);
  });

  it('shows memory that falls, and memory below the start on the axis, not under it', () => {
    const { curve } = draw(line(-5, 12_800, 64_000));
    expect(curve?.line).toMatch(/^M0 98\.\d/);
    expect(curve?.end.y).toBe(frame.height);
    expect(draw(line(-5)).curve?.end.y).toBe(frame.height);
  });

  it.each([
    ['a climbing line', line(60)],
    ['a steep line', line(900)],
    ['a short line', line(60, 3000)],
    ['a falling line', line(-9, 12_800, 130_000)],
    ['a level line', line(0, 12_800, 50_000)],
    ['a line close under the budget', line(0, 12_800, 95_000)],
    ['a filling cache', filling],
  ])('keeps its words on the chart and off %s', (_, reads) => {
    for (const width of [284, 400, 640]) {
      const { curve } = draw(reads, { frame: { ...frame, width }, expectedUnits: 12_800 });
      if (!curve?.place) throw new Error('no place');
      const box = boxOf([strong(words[0] ?? ''), weak(words[1] ?? '')], curve.place);
      const crossed = [...curve.line.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].filter(([, x, y]) => {
        const inWidth = Number(x) > box.x && Number(x) < box.x + box.width;
        return inWidth && Number(y) > box.y && Number(y) < box.y + box.height;
      });
      expect(crossed).toEqual([]);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
    }
  });

  it('says nothing where there are no words', () => {
    const { curve } = draw([], { curves: [{ reads: line(60), tone: 'plain', words: [] }] });
    expect(curve?.place).toBeNull();
  });

  it('hatches the spread of the later half where the verdict could not tell', () => {
    const reads = line(0, 12_800, 50_000).map((read, index) => ({
      ...read,
      bytes: 50_000 + (index % 2) * 30_000,
    }));
    expect(draw(reads, {}, 'unsure').curve?.band?.height).toBeGreaterThan(30);
    expect(draw(reads, {}, 'bounded').curve?.band).toBeNull();
  });
});

describe('several curves on one chart', () => {
  const growing = {
    reads: line(100, 1000),
    tone: 'growing',
    words: ['growing', 'before', '100 bytes per request'],
  } as const;
  const bounded = {
    reads: line(0, 2000, 10_000),
    tone: 'bounded',
    words: ['bounded', 'after', 'no growth'],
  } as const;
  const { curves } = draw([], {
    curves: [growing, bounded],
    budgetBytes: null,
    inset: 0,
    frame: { width: 284, height: 240 },
  });
  const [before, after] = curves;

  it('share its axes, without an area under them', () => {
    expect([before?.end.x, after?.end.x]).toEqual([142, 284]);
    expect(240 - (after?.end.y ?? 0)).toBeCloseTo((240 - (before?.end.y ?? 0)) / 10, 0);
    expect([before?.area, after?.area]).toEqual(['', '']);
  });

  it('have their words beside a climb and over a low line', () => {
    expect(before?.place?.x).not.toBe(after?.place?.x);
    expect(after?.place).toMatchObject({ x: 284, anchor: 'end', stand: 'above' });
  });

  it('keep their words apart', () => {
    const [one, other] = curves.map(({ words: [first = '', ...rest], place }) =>
      place ? boxOf([strong(first), ...rest.map(weak)], place) : null,
    );
    if (!one || !other) throw new Error('no place');
    const apart =
      one.x + one.width <= other.x ||
      other.x + other.width <= one.x ||
      one.y + one.height <= other.y ||
      other.y + other.height <= one.y;
    expect(apart).toBe(true);
  });

  it('have their words at the line, on runs without a name rather than far off', () => {
    const ghosts = [10, 20, 30].map((slope) => ({ reads: line(slope, 2000, 10_000), label: '' }));
    const { curves: drawn } = draw([], {
      curves: [growing, bounded],
      ghosts,
      budgetBytes: null,
      inset: 0,
      frame: { width: 284, height: 240 },
    });
    expect(drawn[1]?.place).toEqual(after?.place);
  });
});
