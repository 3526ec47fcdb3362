import { describe, expect, test } from 'vitest';
import type { MeasuredRun } from '../../../src/course/measured-schema.ts';
import { drawing, note, variantName } from '../../../src/prose/curve.ts';

const growing: MeasuredRun = {
  kind: 'growing',
  sentence: '.',
  units: 1000,
  bytesPerUnit: 100,
  reads: [
    [0, 0],
    [500, 50_000],
    [1000, 100_000],
  ],
};
const bounded: MeasuredRun = {
  kind: 'bounded',
  sentence: '.',
  units: 1000,
  detectionLimit: 0.05,
  reads: [
    [0, 0],
    [500, 10_000],
    [1000, 10_000],
  ],
};

describe('the drawing of measured runs', () => {
  const picture = drawing(
    [
      { name: 'before', run: growing },
      { name: 'after', run: bounded },
    ],
    'request',
  );
  const [before, after] = picture.lines;

  test('shares its axes among the runs', () => {
    expect(before?.end.x).toBe(100);
    expect(after?.end.x).toBe(100);
    expect(100 - (after?.end.y ?? 0)).toBeCloseTo((100 - (before?.end.y ?? 0)) / 10);
  });

  test('puts the words of a climbing line to its left, and of a settled one above it', () => {
    expect(before?.label.side).toBe('left');
    expect(before?.label.x).toBeLessThan(before?.end.x ?? 0);
    expect(after?.label).toEqual({ ...after?.end, side: 'above' });
  });

  test('puts the words of a climbing line to its right where its run was short', () => {
    const short = {
      ...growing,
      reads: [
        [0, 0],
        [200, 100_000],
      ] satisfies [number, number][],
    };
    const line = drawing(
      [
        { name: 'before', run: short },
        { name: 'after', run: bounded },
      ],
      'request',
    ).lines[0];
    expect(line?.label.side).toBe('right');
    expect(line?.label.x).toBeGreaterThan(line?.end.x ?? 100);
  });

  test('puts the words of a low line at the right edge, even where a shorter run ends before', () => {
    const short = {
      ...bounded,
      reads: [
        [0, 0],
        [500, 10_000],
      ] satisfies [number, number][],
    };
    const line = drawing(
      [
        { name: 'before', run: growing },
        { name: 'after', run: short },
      ],
      'request',
    ).lines[1];
    expect(line?.end.x).toBe(50);
    expect(line?.label.x).toBe(100);
  });

  test('puts the words of a line that settled high below it', () => {
    expect(drawing([{ name: 'alone', run: bounded }], 'request').lines[0]?.label.side).toBe('below');
  });

  test('names the unit once, at the last tick', () => {
    const named = picture.ticksX.filter(({ text }) => text.includes('request'));
    expect(named).toEqual([picture.ticksX.at(-1)]);
    expect(picture.ticksX.length).toBeGreaterThan(1);
    expect(picture.ticksY.every(({ text }) => / k?B$/.test(text))).toBe(true);
  });

  test('keeps a ghost within the axes and says nothing about it', () => {
    const { ghosts, alternative, lines } = drawing([{ name: 'after', run: bounded }], 'request', [growing]);
    expect(ghosts).toHaveLength(1);
    expect(alternative).not.toContain('growing');
    expect(lines[0]?.label.side).toBe('above');
  });

  test('leaves out a run without reads, and tells of it in words', () => {
    const broken: MeasuredRun = { kind: 'broken', sentence: '.', units: 3 };
    const only = drawing([{ name: 'forgets', run: broken }], 'task');
    expect(only.lines).toEqual([]);
    expect(only.alternative).toBe('Bytes in use against tasks. forgets: broken.');
  });
});

test('a note has the number that decided', () => {
  expect(note(growing, 'task')).toBe('100 bytes per task');
  expect(note(bounded, 'task')).toBe('no growth above 0.05 bytes per task');
  expect(note({ kind: 'over-budget', sentence: '.', units: 1, retainedBytes: 48_000_000 }, 'task')).toBe(
    '48 MB kept',
  );
  expect(note({ kind: 'broken', sentence: '.', units: 1 }, 'task')).toBe('');
});

test('a variant is called by its title', () => {
  const overlays = { fixes: [{ id: 'deque', title: 'A deque' }], decoys: [{ id: 'gc', title: 'Collect' }] };
  expect(
    ['starter', 'fixes/deque', 'decoys/gc', 'fixes/x'].map((name) => variantName(name, overlays)),
  ).toEqual(['The program as it stands', 'A deque', 'Collect', 'fixes/x']);
});
