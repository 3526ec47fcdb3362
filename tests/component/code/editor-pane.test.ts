import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { Note } from '../../../src/editor/editor.ts';
import EditorPane from '../../../src/workbench/code/EditorPane.svelte';
import { benchOf } from '../states/benches.ts';
import { errorAt } from '../states/outcomes.ts';
import { pretendTouch } from '../touch.ts';

const listing = page.getByRole('region', { name: 'app.py. Press Enter to edit.' });
const editor = (name: string) => page.getByRole('textbox', { name });

async function show(notes: readonly Note[] = []) {
  const bench = benchOf();
  await render(EditorPane, {
    code: bench.code,
    notes,
    hidden: false,
    onEdit: (name: string, text: string) => bench.edit(name, text),
  });
  return bench;
}

/** Where the caret stands, as the line that it is in and what stands before it there. */
function caret(): { line: number; before: string } {
  const area = editor('app.py').element();
  if (!(area instanceof HTMLTextAreaElement)) throw new Error('the plain editor is a text area');
  const lines = area.value.slice(0, area.selectionStart).split('\n');
  return { line: lines.length, before: lines.at(-1) ?? '' };
}

describe('the code', () => {
  it('is a listing until someone wants to type in it', async () => {
    await show();
    await expect.element(listing).toHaveTextContent('HISTORY = []');
    await expect.element(page.getByText('Click to edit')).toBeVisible();
    expect(page.getByRole('textbox').elements()).toEqual([]);
  });

  it('says under it what an error marked, and leads there', async () => {
    const { code } = await show();
    code.mark(errorAt(['app.py', 1]));
    await page.getByRole('button', { name: 'Line 1 TypeError: no such history' }).click();
    expect(code.target).toEqual({ name: 'app.py', line: 1 });
  });
});

describe('what grows', () => {
  const notes = [{ line: 1, figure: '412 B a request', share: 1 }];
  const list = page.getByRole('list', { name: 'What grows in app.py' });

  it('stands behind its line in the listing, and in a list for who cannot see it', async () => {
    await show(notes);
    const line = listing.element().querySelector('.line');
    if (!line) throw new Error('the listing has a line');
    expect(getComputedStyle(line, '::after').content).toContain('412 B a request');
    await expect.element(list).toHaveTextContent('Line 1: 412 B a request');
  });

  it('stands beside its line in the plain editor', async () => {
    pretendTouch();
    await show(notes);
    await listing.click();
    await expect.element(editor('app.py')).toHaveFocus();
    const noted = [...document.querySelectorAll('.gutter .noted')];
    expect(noted.map((number) => number.textContent.trim())).toEqual(['1']);
    await expect.element(list).toHaveTextContent('Line 1: 412 B a request');
  });

  it('is not told where nothing does', async () => {
    await show();
    await expect.element(listing).toBeVisible();
    expect(list.elements()).toEqual([]);
  });
});

describe('the plain editor', () => {
  beforeEach(pretendTouch);

  async function open() {
    const bench = await show();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(editor('app.py')).toHaveFocus();
    return bench;
  }

  it('opens with the caret where the listing was clicked', async () => {
    const bench = await show();
    bench.code.edit('app.py', 'HISTORY = []\n\ndef handle(i):\n    HISTORY.append(i)\n');
    await expect.element(listing).toMatchTextContent(/HISTORY\.append/);
    const word = [...listing.element().querySelectorAll('.line')].at(3)?.querySelectorAll('span')[0];
    if (!word) throw new Error('the listing has a fourth line');
    const range = document.createRange();
    range.selectNodeContents(word);
    const { right, top, height } = range.getBoundingClientRect();
    const box = listing.element().getBoundingClientRect();
    await listing.click({ position: { x: right - box.left - 1, y: top - box.top + height / 2 } });
    await expect.element(editor('app.py')).toHaveFocus();
    await expect.poll(caret).toEqual({ line: 4, before: word.textContent });
  });

  it('opens at the first line, and hands over what is typed', async () => {
    const { code } = await open();
    await userEvent.keyboard('import app{Enter}');
    await expect.element(editor('app.py')).toHaveValue('import app\nHISTORY = []\n');
    expect(code.texts.of('app.py')).toBe('import app\nHISTORY = []\n');
  });

  it('shows the start after a reset, and after an undo exactly what was typed, with the caret where it was', async () => {
    const bench = await open();
    await userEvent.keyboard('{End}{Enter}def handle(i):{Enter}HISTORY.append(i){ArrowLeft}{ArrowLeft}');
    const typed = 'HISTORY = []\ndef handle(i):\n    HISTORY.append(i)\n';
    await expect.element(editor('app.py')).toHaveValue(typed);
    expect(caret()).toEqual({ line: 3, before: '    HISTORY.append(' });

    bench.reset(['app.py']);
    await expect.element(editor('app.py')).toHaveValue('HISTORY = []\n');
    bench.undoReset();
    await expect.element(editor('app.py')).toHaveValue(typed);
    await expect.poll(caret).toEqual({ line: 3, before: '    HISTORY.append(' });

    await userEvent.keyboard('x');
    await expect.element(editor('app.py')).toHaveValue(typed.replace('(i)\n', '(xi)\n'));
  });

  it('keeps the place in each file', async () => {
    const { code } = await open();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    code.open('diagnose.py');
    await expect.element(editor('diagnose.py')).toHaveValue('# yours\n');
    code.open('app.py');
    await expect.element(editor('app.py')).toHaveValue('HISTORY = []\n');
    await expect.poll(caret).toEqual({ line: 1, before: 'HI' });
  });

  it('goes to the line that was asked for', async () => {
    const { code } = await open();
    code.edit('app.py', 'one\ntwo\nthree\n');
    code.goTo('app.py', 2);
    await expect.element(editor('app.py')).toHaveValue('one\ntwo\nthree\n');
    await expect.poll(caret).toEqual({ line: 2, before: '' });
  });

  it('shows a file that cannot be changed, and says so', async () => {
    const { code } = await open();
    code.open('settings.py');
    await expect.element(editor('settings.py, read-only')).toHaveAttribute('readonly');
    await expect.element(page.getByText('Read-only. Part of the program.')).toBeVisible();
  });
});
