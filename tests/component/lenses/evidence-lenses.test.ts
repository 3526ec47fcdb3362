import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import Allocations from '../../../src/lenses/allocations/Allocations.svelte';
import Retainers from '../../../src/lenses/retainers/Retainers.svelte';
import Survivors from '../../../src/lenses/survivors/Survivors.svelte';
import type { AllocationSite, Frame } from '../../../src/runtime/report.ts';
import { librarySite, ownSite, retainers, survivors } from '../states/explanations.ts';

const HOSTILE = `<img src=x onerror=alert(1)>\u202e${'long'.repeat(60)}\u0007`;
const SHOWN = `<img src=x onerror=alert(1)>[U+202E]${'long'.repeat(60)}[U+0007]`;
const handle: Frame = { file: 'app.py', line: 9, function: 'handle', source: 'parse(request)' };
const sites: AllocationSite[] = [
  { ...ownSite, traceback: [handle, ownSite.frame] },
  { ...librarySite, traceback: [handle, librarySite.frame] },
];
const props = { unit: 'request', onGo: () => {} };

/** Nothing a program names becomes markup, or makes the page wider than a telephone. */
async function staysText(container: HTMLElement): Promise<void> {
  await page.viewport(390, 844);
  expect(container.querySelectorAll('img, script')).toHaveLength(0);
  await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  await page.viewport(1280, 900);
}

test('allocations name line, bytes and blocks of each, and lead to the learner’s own', async () => {
  const onGo = vi.fn();
  const screen = await render(Allocations, { ...props, sites: [ownSite, librarySite], onGo });
  const items = screen.getByRole('listitem');
  await expect.element(items.nth(0)).toMatchTextContent(/^app\.py:3 412 B and 3 blocks per request/);
  await expect.element(items.nth(0)).toMatchTextContent(/HISTORY\.append\(request\)$/);
  await expect
    .element(items.nth(1))
    .toMatchTextContent(/^json\/decoder\.py:353 96 B and 1 block per request/);
  await screen.getByRole('button', { name: 'app.py:3' }).click();
  expect(onGo).toHaveBeenCalledExactlyOnceWith('app.py', 3);
});

test('lines can be narrowed to the learner’s own, to libraries and to a file, and show the calls that led there', async () => {
  const onGo = vi.fn();
  const screen = await render(Allocations, { ...props, sites, onGo });
  await expect.element(screen.getByRole('status')).toHaveTextContent('2 lines');
  await screen.getByRole('radio', { name: 'Libraries' }).click();
  await expect.element(screen.getByRole('status')).toHaveTextContent('1 line');
  await expect.element(screen.getByText('json/decoder.py:353').first()).toBeVisible();
  await screen.getByText('The 2 calls that led there').click();
  await screen.getByRole('button', { name: 'app.py:9' }).click();
  expect(onGo).toHaveBeenCalledExactlyOnceWith('app.py', 9);
  await screen.getByRole('radio', { name: 'All' }).click();
  await screen.getByRole('combobox', { name: 'in' }).selectOptions('app.py');
  await expect.element(screen.getByRole('status')).toHaveTextContent('1 line');
  await expect.element(screen.getByText('HISTORY.append(request)')).toBeVisible();
});

test('the calls are a tree to go through by keys, zoomed by Enter and back by Escape', async () => {
  const onGo = vi.fn();
  const screen = await render(Allocations, { ...props, sites, onGo });
  await screen.getByRole('radio', { name: 'Calls' }).click();
  const tree = screen.getByRole('tree', { name: 'Bytes by the calls that led to them' });
  const items = tree.getByRole('treeitem');
  await expect.element(items.first()).toHaveAccessibleName('all, 407 kB, 100%');
  expect(items.elements().map((item) => [item.ariaLevel, item.ariaLabel])).toEqual([
    ['1', 'all, 407 kB, 100%'],
    ['2', 'app.py:9 handle, 407 kB, 100%'],
    ['3', 'app.py:3 handle, 330 kB, 81%'],
    ['3', 'json/decoder.py:353 raw_decode, 77 kB, 19%'],
  ]);
  (items.first().element() as unknown as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.element(items.nth(2)).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(items.nth(3)).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(items).toHaveLength(1);
  await expect.element(items.first()).toHaveFocus();
  const trail = screen.getByRole('navigation', { name: 'Where the picture begins' });
  await expect.element(trail).toMatchTextContent(/^all › app\.py:9 › json\/decoder\.py:353$/);
  await userEvent.keyboard('{Escape}');
  await expect.element(items).toHaveLength(3);
  await userEvent.keyboard('{ArrowUp}');
  await screen.getByRole('button', { name: 'app.py:9' }).click();
  expect(onGo).toHaveBeenCalledExactlyOnceWith('app.py', 9);
});

test('allocations of many lines come a part at a time, and of none they say so', async () => {
  const many = Array.from({ length: 130 }, (_, line) => ({ ...ownSite, frame: { ...ownSite.frame, line } }));
  const screen = await render(Allocations, { ...props, sites: many });
  expect(screen.getByRole('listitem').elements()).toHaveLength(25);
  await screen.getByRole('button', { name: 'Show 100 more' }).click();
  expect(screen.getByRole('listitem').elements()).toHaveLength(125);
  await screen.getByRole('button', { name: 'Show 5 more' }).click();
  await expect.element(screen.getByText(/of 130/)).not.toBeInTheDocument();
  await screen.rerender({ sites: [] });
  await expect.element(screen.getByText('No line of the program has allocated what is there.')).toBeVisible();
});

test('survivors are a table of types, and their births can be read as well as seen', async () => {
  const screen = await render(Survivors, { survivors, units: 12_800, unit: 'request' });
  await expect.element(screen.getByRole('columnheader', { name: 'per request' })).toBeVisible();
  const row = screen.getByRole('row', { name: /app\.Request/ });
  await expect.element(row.getByRole('rowheader')).toHaveTextContent('app.Request');
  await expect.element(row.getByRole('cell').nth(0)).toHaveTextContent('12,800');
  await expect
    .element(row.getByRole('img', { name: 'Born in each slice: 3,200, 3,200, 3,200, 3,200' }))
    .toBeVisible();
  await expect.element(row.getByText('all ages: it gathers')).toBeVisible();
  await expect.element(screen.getByText('only the youngest: still in flight')).toBeVisible();
  await expect
    .element(screen.getByRole('img', { name: /^Survivors by type and by the request/ }))
    .toBeVisible();
});

test('survivors without births are told without a picture, and none with a sentence', async () => {
  const kept = survivors.map((row) => ({ ...row, cohorts: [] }));
  const screen = await render(Survivors, { survivors: kept, units: 0, unit: 'request' });
  await expect.element(screen.getByRole('row', { name: /app\.Request/ })).toBeVisible();
  await expect.element(screen.getByRole('img')).not.toBeInTheDocument();
  await screen.rerender({ survivors: [] });
  await expect
    .element(screen.getByText('Nothing that was born in the load is alive at its end.'))
    .toBeVisible();
});

test('a retainer’s path goes from the root, step by step, to what it holds', async () => {
  const onGo = vi.fn();
  const paths = retainers.map((path, index) => ({ ...path, stored: index === 0 ? [ownSite.frame] : [] }));
  const screen = await render(Retainers, { paths, onGo });
  await expect
    .element(screen.getByText('12,800 app.Request reached from app.HISTORY, 5.3 MB held'))
    .toBeVisible();
  await expect.element(screen.getByText('One app.Request reached from app.LAST, 412 B held')).toBeVisible();
  const steps = screen.getByRole('list').first().getByRole('listitem').elements();
  expect(steps.map((step) => step.textContent.trim())).toEqual(['app.HISTORY', '[4213]', '.payload']);
  await expect
    .element(screen.getByText(/^stored at/))
    .toMatchTextContent(/app\.py:3 HISTORY\.append\(request\)$/);
  await screen.getByRole('button', { name: 'app.py:3' }).click();
  expect(onGo).toHaveBeenCalledExactlyOnceWith('app.py', 3);
});

test('the paths can be drawn, roots above and what survived below', async () => {
  const screen = await render(Retainers, { onGo: props.onGo, paths: retainers });
  await screen.getByText('Draw them').click();
  const graph = screen.getByRole('listbox', { name: 'From the roots to what survived' });
  await expect.element(graph.getByRole('option')).toHaveLength(5);
  await expect
    .element(
      graph.getByRole('option', { name: /^\.payload 12,800 alive, 5\.3 MB; referred to by \[4213\]$/ }),
    )
    .toBeVisible();
  await screen.rerender({ paths: [] });
  await expect
    .element(screen.getByText('No name, frame or container was found that holds it.'))
    .toBeVisible();
});

test('whatever a program calls its files, types and names is shown as text', async () => {
  const frame = { file: HOSTILE, line: 3, function: HOSTILE, source: HOSTILE };
  const hostile: AllocationSite = { ...ownSite, frame, traceback: [handle, frame] };
  const allocations = await render(Allocations, { ...props, sites: [hostile, { ...librarySite, frame }] });
  await expect.element(allocations.getByText(SHOWN).first()).toBeVisible();
  await staysText(allocations.container);
  await allocations.getByRole('radio', { name: 'Calls' }).click();
  await expect.element(allocations.getByRole('treeitem').nth(1)).toBeVisible();
  await staysText(allocations.container);
  await allocations.unmount();

  const types = survivors.map((row) => ({ ...row, type: HOSTILE }));
  const table = await render(Survivors, { survivors: types, units: 800, unit: 'request' });
  await expect.element(table.getByText(SHOWN).first()).toBeVisible();
  await staysText(table.container);
  await table.unmount();

  const paths = retainers
    .slice(0, 1)
    .map((path) => ({ ...path, root: HOSTILE, type: HOSTILE, steps: [HOSTILE, HOSTILE] }));
  const held = await render(Retainers, { onGo: props.onGo, paths });
  await held.getByText('Draw it').click();
  await expect.element(held.getByRole('option').first()).toBeVisible();
  await staysText(held.container);
});
