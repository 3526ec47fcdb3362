import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import RunHistory from '../../../src/lenses/history/RunHistory.svelte';

type Row = { number: number; what: string; word: string; slope: string; tone: string; when: string };

const rows: Row[] = [
  { number: 2, what: 'Check', when: '14:03', word: 'growing', slope: '412 B per request', tone: 'growing' },
  { number: 1, what: 'Run', when: '14:02', word: 'observed', slope: '', tone: 'plain' },
];

test('the runs of a visit are a table, and each can be shown again', async () => {
  const [onShow, onCompare] = [vi.fn(), vi.fn()];
  const screen = await render(RunHistory<Row>, {
    rows,
    cells: (row: Row) => row,
    shown: rows[0] ?? null,
    onShow,
    onCompare,
  });
  const latest = screen.getByRole('row', { name: /Check/ });
  const cells = latest.getByRole('cell').elements();
  expect(cells.map((cell) => cell.textContent.trim())).toEqual([
    '2',
    'Check 14:03',
    'growing',
    '412 B per request',
    'Compare',
  ]);
  await expect
    .element(screen.getByRole('button', { name: 'Show run 2' }))
    .toHaveAttribute('aria-current', 'true');
  await screen.getByRole('button', { name: 'Show run 1' }).click();
  expect(onShow).toHaveBeenCalledExactlyOnceWith(rows[1]);
  await screen.getByRole('button', { name: 'Compare the code of run 1' }).click();
  expect(onCompare).toHaveBeenCalledExactlyOnceWith(rows[1]);
});
