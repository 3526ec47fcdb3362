import { expect, test } from 'vitest';
import type { MeasuredRun } from '../../../src/course/measured-schema.ts';
import { inWords, note, readsOf, showpiece, toneOf, variantName, wordsOf } from '../../../src/prose/curve.ts';

const growing: MeasuredRun = {
  kind: 'growing',
  sentence: '.',
  lead: '',
  units: 1000,
  bytesPerUnit: 1052.93,
  reads: [
    [0, 0],
    [1000, 100_000],
  ],
};
const bounded: MeasuredRun = { kind: 'bounded', sentence: '.', lead: '', units: 1000, detectionLimit: 0.05 };
const large: MeasuredRun = {
  kind: 'over-budget',
  sentence: '.',
  lead: '',
  units: 1,
  retainedBytes: 48_000_000,
};
const broken: MeasuredRun = { kind: 'broken', sentence: '.', lead: '', units: 3 };

test('a measured run has reads, or none', () => {
  expect(readsOf(growing)).toEqual([
    { units: 0, bytes: 0 },
    { units: 1000, bytes: 100_000 },
  ]);
  expect(readsOf(broken)).toEqual([]);
});

test('only growing, bounded and what could not be told have a tone of their own', () => {
  const kinds = ['growing', 'bounded', 'inconclusive', 'over-budget', 'costly', 'broken', 'crashed'] as const;
  expect(kinds.map((kind) => toneOf({ ...broken, kind }))).toEqual([
    'growing',
    'bounded',
    'unsure',
    'plain',
    'plain',
    'plain',
    'plain',
  ]);
});

test('a note has the number that decided', () => {
  expect(note(growing, 'task')).toBe('1,053 bytes per task');
  expect(note(bounded, 'task')).toBe('no growth above 0.05 bytes per task');
  expect(note(large, 'task')).toBe('48 MB kept');
  expect(note(broken, 'task')).toBe('');
});

test('a curve is called by its label where there are several', () => {
  const named = { label: 'As it stands', subject: 'the program as it stands', run: growing };
  expect(wordsOf(named, 'task', true)).toEqual(['growing', 'As it stands', '1,053 bytes per task']);
  expect(wordsOf(named, 'task', false)).toEqual(['growing', '1,053 bytes per task']);
  expect(wordsOf({ ...named, run: large }, 'task', false)).toEqual(['over budget', '48 MB kept']);
});

test('in words a curve is told with its verdict, a run without reads too', () => {
  const subject = '“Forget”';
  expect(inWords({ label: '', subject, run: growing }, 'task').said).toBe('growing, 1,053 bytes per task');
  expect(inWords({ label: '', subject, run: broken }, 'task')).toEqual({
    subject,
    reads: [],
    said: 'broken',
  });
});

test('a variant is called by its title', () => {
  const overlays = { fixes: [{ id: 'deque', title: 'A deque' }], decoys: [{ id: 'gc', title: 'Collect' }] };
  expect(
    ['starter', 'fixes/deque', 'decoys/gc', 'fixes/x'].map((name) => variantName(name, overlays)),
  ).toEqual([
    { label: 'The program as it stands', subject: 'the program as it stands' },
    { label: 'A deque', subject: '“A deque”' },
    { label: 'Collect', subject: '“Collect”' },
    { label: 'fixes/x', subject: '“fixes/x”' },
  ]);
});

test('what stands for the course has a fix, and is on a framework if one is', () => {
  const variants = { starter: growing, 'fixes/a': bounded };
  const lesson = (slug: string, packages: string[], fixes: string[]) => ({
    slug,
    sandbox: {
      packages,
      fixes: fixes.map((id) => ({ id, title: '', kind: '', why: '', files: {} })),
      measured: { pyodide: '', home: { python: '', times: 2 }, variants, figures: {} },
    },
  });
  const [nothing, plain, flask] = [
    lesson('nothing to fix', ['flask'], []),
    lesson('plain', ['objgraph'], ['a']),
    lesson('flask', ['flask', 'objgraph'], ['a']),
  ];
  expect(showpiece([nothing, plain, flask])?.slug).toBe('flask');
  expect(showpiece([nothing, plain])?.slug).toBe('plain');
  expect(showpiece([nothing])).toBeUndefined();
});
