import { strToU8 } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { Bench } from '../../../src/workbench/bench.svelte.ts';
import { bringFiles } from '../../../src/workbench/own/bring.ts';
import Workbench from '../../../src/workbench/Workbench.svelte';
import { LESSON, zipped } from '../../unit/own/zips.ts';
import { ownBench } from '../states/own.ts';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const tabs = () =>
  page
    .getByRole('tab')
    .elements()
    .map((tab) => tab.textContent.replace(/\s+/g, ' ').trim());
const lessonFile = (changed: Readonly<Record<string, string>> = {}) =>
  new File(
    [
      zipped(
        Object.fromEntries(
          Object.entries({ ...LESSON, ...changed }).map(([path, text]) => [path, strToU8(text)]),
        ),
      ) as Uint8Array<ArrayBuffer>,
    ],
    'returns.zip',
  );

let last: Bench | null = null;
/** What was typed is kept after a pause, which the next test need not see. */
afterEach(() => last?.progress.flush());

async function opened() {
  const made = ownBench();
  last = made.bench;
  await render(Workbench, { bench: made.bench });
  await bringFiles(made.own, [lessonFile()]);
  return made;
}

describe('a lesson that somebody opens', () => {
  it('shows what it is, and is judged by its author’s load and check', async () => {
    const { bench, asked } = await opened();
    await expect
      .element(page.getByText('The lesson “The returns desk” is opened. Nothing of it has run.'))
      .toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'The returns desk' })).toBeVisible();
    await expect.element(page.getByText('Yours to change: ledger.py, diagnose.py.')).toBeVisible();
    await expect.element(page.getByText('The newest loan is shown first.')).toBeVisible();
    await expect.element(page.getByText(/The program starts with its fault in it/)).toBeVisible();
    expect(tabs()).toEqual([
      'ledger.py',
      'titles.py (read-only)',
      'diagnose.py',
      'workload.py (read-only)',
      'check.py (read-only)',
    ]);

    bench.edit('ledger.py', 'KEPT = ()\n');
    await button('Check').click();
    await expect.element(page.getByRole('status')).toMatchTextContent(/^Bounded: /);
    expect(asked.at(-1)?.project).toMatchObject({
      'ledger.py': 'KEPT = ()\n',
      'titles.py': LESSON['project/titles.py'],
    });
    expect(bench.exercise).toMatchObject({
      unit: 'loan',
      harness: { 'check.py': LESSON['check.py'], 'diagnosis.py': LESSON['diagnosis.py'] },
    });
    await expect.element(page.getByText(/Set yours beside/)).not.toBeInTheDocument();
  });

  it('has no settings and no files to add, and goes for the example', async () => {
    const { bench } = await opened();
    await expect.element(button('Add a file')).not.toBeInTheDocument();
    await button('Settings').first().click();
    const panel = page.getByRole('region', { name: 'Settings and files' });
    await expect.element(panel.getByRole('heading', { name: 'The returns desk' })).toBeVisible();
    await expect.element(panel.getByLabelText('Budget')).not.toBeInTheDocument();
    await expect.element(panel.getByLabelText('New file')).not.toBeInTheDocument();
    await panel.getByRole('button', { name: 'Begin with the example' }).click();
    await expect.element(panel.getByLabelText('Budget')).toBeVisible();
    await button('Undo').click();
    expect(bench.exercise.title).toBe('The returns desk');
  });

  it('takes a file that may be changed from a drop, with its start behind it, and no other', async () => {
    const { own, bench } = await opened();
    bench.edit('ledger.py', 'mine = 1\n');
    expect(await bringFiles(own, [new File(['KEPT = {}\n'], 'ledger.py')])).toBe(true);
    expect(bench.code.texts.of('ledger.py')).toBe('KEPT = {}\n');
    expect(bench.code.texts.startOf('ledger.py')).toBe('KEPT = []\n');
    await button('Undo').first().click();
    expect(bench.code.texts.of('ledger.py')).toBe('mine = 1\n');
    for (const name of ['check.py', 'helpers.py'])
      expect(await bringFiles(own, [new File(['A = 1\n'], name)])).toBe(false);
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent(
        /^Not opened\. “helpers\.py” is no file to change in this lesson; there are ledger\.py, diagnose\.py\./,
      );
    expect(bench.code.texts.of('check.py')).toBe(LESSON['check.py']);
  });

  it('goes back to the code of an earlier run, and stays a lesson', async () => {
    const { own, bench } = await opened();
    bench.edit('ledger.py', 'first = 1\n');
    await button('Check').click();
    await expect.element(page.getByRole('status')).toMatchTextContent(/^Bounded: /);
    const first = bench.session.shown?.texts ?? {};
    bench.edit('ledger.py', 'second = 2\n');
    await bench.put(first);
    expect(bench.code.texts.of('ledger.py')).toBe('first = 1\n');
    expect(bench.code.texts.startOf('ledger.py')).toBe('KEPT = []\n');
    expect(own.program.lesson?.editable).toEqual(['ledger.py']);

    own.begin();
    await bench.put(first);
    await expect
      .element(page.getByText('The run is of a lesson that is not open now. Open that first.'))
      .toBeVisible();
  });

  it('is there on the next visit as it was left', async () => {
    const first = ownBench();
    await bringFiles(first.own, [lessonFile()]);
    first.bench.edit('ledger.py', 'left = 1\n');
    first.bench.progress.flush();
    await expect
      .poll(() => JSON.parse(localStorage.getItem('leaklab:1:sandbox/own') ?? '{}') as unknown)
      .toMatchObject({ files: { 'ledger.py': 'left = 1\n' }, own: { program: { lesson: {} } } });
    const { bench } = ownBench();
    await render(Workbench, { bench });
    await expect.element(page.getByRole('tab', { name: 'ledger.py (changed)' })).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'The returns desk' })).toBeVisible();
    expect(bench.code.texts.startOf('ledger.py')).toBe('KEPT = []\n');
  });

  it('that is broken is refused, and changes nothing', async () => {
    const { own, bench } = ownBench();
    await render(Workbench, { bench });
    const declared = (LESSON['sandbox.json'] ?? '').replace('"cap":3200', '"cap":0');
    expect(await bringFiles(own, [lessonFile({ 'sandbox.json': declared })])).toBe(false);
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent(/^Not opened\. sandbox\.json: contract\.cap: must be at least 3200\./);
    expect(tabs()).toEqual(['program.py', 'diagnose.py']);
  });
});
