import { expect, test } from 'vitest';
import type { AllocationSite, Explanation } from '../../../../src/runtime/report.ts';
import type { Run, Task } from '../../../../src/workbench/session/run.svelte.ts';
import { lineNotes } from '../../../../src/workbench/wording/line-notes.ts';

const TEXT = 'SEEN = []\n\ndef handle(i):\n    SEEN.append(i)\n    return Order(i)\n';

function site(
  line: number,
  bytesPerUnit: number,
  source: string,
  more: Partial<AllocationSite> = {},
): AllocationSite {
  const frame = { file: 'app.py', line, function: 'handle', source };
  const totals = { bytes: bytesPerUnit * 100, blocks: 100 };
  return { frame, own: true, bytesPerUnit, blocksPerUnit: 1, ...totals, traceback: [], ...more };
}

const append = site(4, 300, 'SEEN.append(i)');
const order = site(5, 1100, 'return Order(i)');

function runOf(
  allocations: AllocationSite[],
  about: Explanation['about'] = 'growth',
  task: Task = 'check',
): Run {
  const explanation = { about, units: 100, allocations, survivors: [], retainers: [], notes: [] };
  return { task, explanation } as unknown as Run;
}

test('each line says what it adds, beside the largest', () => {
  expect(lineNotes(runOf([append, order]), 'app.py', TEXT, 'order')).toEqual([
    { line: 4, share: 300 / 1100, figure: '300 B an order' },
    { line: 5, share: 1, figure: '1.1 kB an order' },
  ]);
});

test('what several places of a line add is one figure', () => {
  expect(lineNotes(runOf([append, append]), 'app.py', TEXT, 'request')).toEqual([
    { line: 4, share: 1, figure: '600 B a request' },
  ]);
});

test('what is kept is told in all', () => {
  const [note] = lineNotes(runOf([order], 'kept'), 'app.py', TEXT, 'order');
  expect(note?.figure).toBe('110 kB kept');
});

test('a line that moved keeps its note, and one that was changed loses it', () => {
  const moved = `import gc\n${TEXT.replace('SEEN.append(i)', 'SEEN.append([i])')}`;
  const notes = lineNotes(runOf([append, order]), 'app.py', moved, 'order');
  expect(notes.map(({ line }) => line)).toEqual([6]);
});

test.each([
  ['a run without an explanation', { task: 'check', explanation: null } as unknown as Run],
  ['a reference, which is another program', runOf([append], 'growth', 'trial')],
  ['a line of a library', runOf([{ ...append, own: false }])],
  ['another file', runOf([site(4, 300, 'SEEN.append(i)', { frame: { ...append.frame, file: 'other.py' } })])],
  ['a line that shrinks', runOf([{ ...append, bytesPerUnit: -4 }])],
  ['a line without its source', runOf([site(2, 300, '')])],
])('%s has no notes', (_what, run) => {
  expect(lineNotes(run, 'app.py', TEXT, 'order')).toEqual([]);
});
