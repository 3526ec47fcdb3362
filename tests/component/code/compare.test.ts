import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import Compare from '../../../src/workbench/code/Compare.svelte';
import { Code } from '../../../src/workbench/session/code.svelte.ts';
import { boundedPattern, exercise as lessons } from '../states/exercise.ts';

const button = (name: string) => page.getByRole('button', { name });
const heading = (name: string) => page.getByRole('heading', { name });

async function show({ busy = false, unlocked = true, of: exercise = lessons } = {}) {
  const [onTry, onSeen] = [vi.fn(), vi.fn()];
  const code = new Code(exercise);
  code.edit('app.py', 'MINE = 1\n');
  await render(Compare, { exercise, code, busy, unlocked, onTry, onSeen });
  return { onTry, onSeen };
}

describe('the comparison', () => {
  it('asks before it gives the references away', async () => {
    const { onSeen } = await show({ unlocked: false });
    await expect
      .element(page.getByText(/^1 way to fix it, and 1 that people try first\. Looking changes nothing/))
      .toBeVisible();
    expect(onSeen).not.toHaveBeenCalled();
    await button('Show them').click();
    await expect.element(heading('A ring')).toBeVisible();
    expect(onSeen).toHaveBeenCalled();
    await expect.element(button('A ring Bound it')).toHaveFocus();
  });

  it('asks nothing once the learner has proved their own', async () => {
    const { onSeen } = await show();
    await expect.element(heading('A ring')).toBeVisible();
    expect(onSeen).toHaveBeenCalled();
  });

  it('sets a fix against what the learner wrote', async () => {
    await show();
    const table = page.getByRole('table', { name: 'app.py your file against “A ring”' });
    await expect.element(table.getByRole('columnheader', { name: '− your file' })).toBeVisible();
    await expect.element(table.getByText(/MINE = 1/)).toBeVisible();
    await expect.element(table.getByText(/RING = 1/)).toBeVisible();
  });

  it('sets what people try first against the start', async () => {
    await show();
    await button('Clear it now and then over budget').click();
    await expect.element(heading('Clear it now and then')).toBeVisible();
    const table = page.getByRole('table', { name: 'app.py the start against “Clear it now and then”' });
    await expect.element(table.getByRole('columnheader', { name: '− the start' })).toBeVisible();
    await expect.element(table.getByText(/HISTORY\.clear\(\)/)).toBeVisible();
    await expect.element(table.getByText(/MINE = 1/)).not.toBeInTheDocument();
  });

  it('says across the whole of a narrow bench what it sets against what', async () => {
    document.body.style.container = 'bench / inline-size';
    onTestFinished(() => document.body.removeAttribute('style'));
    await page.viewport(700, 900);
    onTestFinished(() => page.viewport(1280, 900));
    await show();
    const table = page.getByRole('table', { name: 'app.py your file against “A ring”' }).element();
    expect(table.querySelector('caption')?.clientWidth).toBe(table.clientWidth);
  });

  it('has a reference tried', async () => {
    const { onTry } = await show();
    await button('Try it').click();
    expect(onTry).toHaveBeenCalledExactlyOnceWith(lessons.fixes[0]);
  });

  it('gives away before it is asked neither how many fixes a pattern has nor that it has none', async () => {
    await show({ unlocked: false, of: boundedPattern });
    await expect.element(page.getByText(/^What others have changed in this program/)).toBeVisible();
    await expect.element(page.getByText(/way/)).not.toBeInTheDocument();
  });

  it('says of what is bounded that there is nothing to fix, and shows what makes it worse', async () => {
    await show({ of: boundedPattern });
    await expect.element(heading('Nothing to fix: it is bounded as it is')).toBeVisible();
    await expect.element(heading('What makes it worse')).toBeVisible();
    await expect.element(heading('Clear it now and then')).toBeVisible();
  });

  it('says that nothing can be tried while something runs', async () => {
    await show({ busy: true });
    await expect.element(button('Try it')).toHaveAttribute('aria-disabled', 'true');
  });
});
