import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { packProgram } from '../../../src/own/link.ts';
import { EXAMPLE } from '../../../src/own/example.ts';
import { fragmentOfProgram } from '../../../src/share/fragment.ts';
import { bringFiles } from '../../../src/workbench/own/bring.ts';
import Workbench from '../../../src/workbench/Workbench.svelte';
import { sandboxZip } from '../../unit/own/zips.ts';
import { ownBench } from '../states/own.ts';

const KEY = 'leaklab:1:sandbox/own';
const button = (name: string) => page.getByRole('button', { name, exact: true });
const tabs = () =>
  page
    .getByRole('tab')
    .elements()
    .map((tab) => tab.textContent.replace(/\s+/g, ' ').trim());
const kept = () => JSON.parse(localStorage.getItem(KEY) ?? 'null') as { own?: { program?: unknown } } | null;

async function show() {
  const made = ownBench();
  await render(Workbench, { bench: made.bench });
  return made;
}

async function openPanel(): Promise<void> {
  await button('Settings').first().click();
  await expect.element(page.getByRole('region', { name: 'Settings and files' })).toBeVisible();
}

const zipFile = (changed?: Record<string, string>) =>
  new File([sandboxZip(changed) as Uint8Array<ArrayBuffer>], 'loans.zip');

describe('an own program', () => {
  it('begins with a small example, and is checked with its files as they are', async () => {
    const { bench, asked } = await show();
    await expect.element(page.getByText(/Write one call of your program’s work/)).toBeVisible();
    expect(tabs()).toEqual(['program.py', 'diagnose.py']);
    bench.edit('program.py', 'def run(i): ...\n');
    await button('Check').click();
    await expect.element(page.getByRole('status')).toMatchTextContent(/^Bounded: /);
    expect(asked.at(-1)?.project).toMatchObject({ 'program.py': 'def run(i): ...\n' });
  });

  it('has settings that are looked at field by field, count at once, and are kept', async () => {
    const { own } = await show();
    await openPanel();
    const budget = page.getByLabelText('Budget');
    await budget.fill('lots');
    await expect
      .element(
        page.getByText(
          'Give a number of bytes, such as 10 MB, 512 KiB or 2,000,000. Until then it is 10 MB.',
        ),
      )
      .toBeVisible();
    expect(own.program.settings.contract.budgetBytes).toBe(10_000_000);
    await budget.fill('2 MiB');
    expect(own.program.settings.contract.budgetBytes).toBe(2 ** 21);
    await page.getByLabelText('Cap').fill('100');
    await expect.element(page.getByText(/^Give a whole number from 3,200 to 1,000,000/)).toBeVisible();
    await page.getByLabelText('One unit is a').fill('job');
    await expect
      .element(page.getByText('run(i) in program.py is a plain function: one job at a time.'))
      .toBeVisible();
    await expect
      .poll(kept)
      .toMatchObject({ own: { program: { settings: { unit: 'job', contract: { budgetBytes: 2 ** 21 } } } } });
  });

  it('takes other packages without losing what was typed', async () => {
    const { bench, stacks } = await show();
    bench.edit('program.py', 'import flask\n');
    await openPanel();
    await page.getByLabelText('Packages').selectOptions('flask 3.1.3');
    expect(stacks).toEqual([['flask']]);
    expect(bench.code.texts.of('program.py')).toBe('import flask\n');
    expect(bench.exercise.stack).toEqual({ packages: ['flask'], preload: ['flask'] });
  });

  it('goes back to an earlier run with the settings that it ran with, and forth again', async () => {
    const { own, bench } = await show();
    await button('Check').click();
    await expect.element(page.getByRole('status')).toMatchTextContent(/^Bounded: /);
    own.change({ unit: 'job', packages: ['flask'] });
    await button('Check').click();
    await button('Compare the code of run 1').click();
    await expect
      .element(page.getByRole('region', { name: 'Run 1', exact: true }))
      .toMatchTextContent(/sandbox\.json.*"unit": "call".*"unit": "job"/);
    await button('Go back to the code of run 1').click();
    await expect.element(page.getByText('The code and the settings of the run are back.')).toBeVisible();
    expect(bench.exercise).toMatchObject({ unit: 'call', stack: { packages: [] } });
    await button('Undo').click();
    expect(bench.exercise).toMatchObject({ unit: 'job', stack: { packages: ['flask'] } });
  });

  it('gets, renames and loses files, and the last loss can be undone', async () => {
    const { bench } = await show();
    await button('Add a file').click();
    const field = page.getByLabelText('New file');
    await expect.element(field).toHaveFocus();
    await field.fill('class');
    await button('Add').click();
    await expect
      .element(page.getByText('Python cannot import “class.py”: class is a word of the language.'))
      .toBeVisible();
    await field.fill('check.py');
    await userEvent.keyboard('{Enter}');
    await expect.poll(tabs).toEqual(['program.py', 'diagnose.py', 'check.py']);
    expect(bench.code.texts.of('check.py')).toMatch(/def during/);

    bench.edit('program.py', 'mine = 1\n');
    await openPanel();
    await button('Rename program.py').click();
    await page.getByLabelText('New name of program.py').fill('service');
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Rename service.py')).toHaveFocus();
    expect(bench.code.texts.of('service.py')).toBe('mine = 1\n');
    await button('Remove service.py').click();
    await expect
      .element(page.getByText('service.py is the only file of the program. Add another one first.'))
      .toBeVisible();
    await button('Remove check.py').click();
    await expect.element(page.getByText('check.py is removed.')).toBeVisible();
    await button('Undo').click();
    expect(bench.code.files.map(({ name }) => name)).toEqual(['service.py', 'diagnose.py', 'check.py']);
    expect(bench.code.texts.of('service.py')).toBe('mine = 1\n');
  });

  it('opens a zip with its check, contract and load; what was there comes back with Undo', async () => {
    const { own, bench, asked } = await show();
    bench.edit('program.py', 'mine = 1\n');
    expect(await bringFiles(own, [zipFile({ 'notes.md': 'x' })])).toBe(true);
    await expect
      .element(page.getByText(/^“Loans” is opened\. Nothing of it has run\. Left out, .* “notes\.md”\.$/))
      .toBeVisible();
    expect(tabs()).toEqual(['ledger.py', 'diagnose.py', 'workload.py', 'check.py']);
    expect(bench.exercise).toMatchObject({ unit: 'loan', contract: { cap: 3200, budgetBytes: 65536 } });
    expect(asked).toEqual([]);
    await button('Undo').click();
    expect(bench.code.texts.of('program.py')).toBe('mine = 1\n');
    expect(bench.exercise.unit).toBe('call');
    await button('Undo').click();
    expect(bench.exercise.unit).toBe('loan');
  });

  it('says why a zip cannot be opened, and changes nothing', async () => {
    const { own, bench } = await show();
    expect(await bringFiles(own, [new File(['PK no'], 'x.zip')])).toBe(false);
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent(/^Not opened\. This is no zip\. Choose a \.zip, a folder, or \.py files\./);
    expect(bench.code.files.map(({ name }) => name)).toEqual(['program.py', 'diagnose.py']);
  });

  it('puts single files beside the others', async () => {
    const { own, bench } = await show();
    await bringFiles(own, [
      new File(['A = 1\n'], 'helpers.py'),
      new File(['import helpers\n'], 'program.py'),
    ]);
    expect(bench.code.texts.of('program.py')).toBe('import helpers\n');
    expect(tabs()).toEqual(['program.py', 'helpers.py', 'diagnose.py']);
    await button('Undo').click();
    expect(bench.code.texts.of('program.py')).toBe(EXAMPLE.files['program.py']);
  });

  it('is brought back on the next visit as it was left', async () => {
    const first = ownBench();
    first.own.change({ unit: 'job', packages: ['flask'] });
    first.own.add('helpers.py');
    first.bench.edit('helpers.py', 'B = 2\n');
    first.bench.progress.flush();
    await expect.poll(kept).toMatchObject({ files: { 'helpers.py': 'B = 2\n' } });
    const { bench, stacks } = await show();
    await expect.element(page.getByRole('tab', { name: 'helpers.py (changed)' })).toBeVisible();
    expect(bench.exercise.unit).toBe('job');
    expect(stacks).toEqual([['flask']]);
  });

  it('puts aside what was kept and cannot be understood', async () => {
    localStorage.setItem(
      KEY,
      JSON.stringify({
        lessonVersion: 1,
        files: {},
        setAside: {},
        reached: [],
        opened: [],
        own: { program: { settings: {}, files: {} } },
      }),
    );
    await show();
    await expect.element(page.getByRole('alert')).toMatchTextContent(/could not be read\. It was put aside/);
    expect(tabs()).toEqual(['program.py', 'diagnose.py']);
    expect(localStorage.getItem(`${KEY}:aside:1`)).not.toBeNull();
  });

  it('offers the program of a link as text, and opens it only when asked', async () => {
    const made = packProgram({
      settings: { ...EXAMPLE.settings, title: '<b>Theirs</b>' },
      files: { 'program.py': 'theirs = 1\n' },
    });
    location.hash = made.kind === 'packed' ? fragmentOfProgram(made.packed) : '';
    const { bench, asked } = await show();
    const offer = page.getByRole('alert');
    await expect
      .element(offer)
      .toMatchTextContent(/“<b>Theirs<\/b>”: program\.py; the standard library alone;/);
    await button('Open it').click();
    expect(bench.code.texts.of('program.py')).toBe('theirs = 1\n');
    expect(location.hash).toBe('');
    expect(asked).toEqual([]);
    await button('Undo').click();
    expect(bench.code.texts.of('program.py')).toBe(EXAMPLE.files['program.py']);
  });
});
