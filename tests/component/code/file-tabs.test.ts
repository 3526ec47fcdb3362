import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import FileTabs from '../../../src/workbench/code/FileTabs.svelte';
import { Code } from '../../../src/workbench/session/code.svelte.ts';
import { exercise } from '../states/exercise.ts';

const tab = (name: string) => page.getByRole('tab', { name });

async function show() {
  const code = new Code(exercise);
  const onOpen = vi.fn();
  const panel = document.createElement('div');
  panel.id = 'bench-code';
  await render(FileTabs, { code, comparing: false, onOpen });
  document.querySelector('[role=tablist]')?.after(panel);
  return { code, onOpen };
}

describe('the tabs of the files', () => {
  it('say which file is open and which ones cannot be changed', async () => {
    await show();
    await expect.element(tab('app.py')).toHaveAttribute('aria-selected', 'true');
    await expect.element(tab('settings.py (read-only)')).toHaveAttribute('aria-selected', 'false');
    await expect.element(tab('check.py (read-only)')).toBeVisible();
  });

  it('open the file that is clicked', async () => {
    const { code, onOpen } = await show();
    await tab('diagnose.py').click();
    expect(code.file.name).toBe('diagnose.py');
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('are moved through by arrow keys, around the ends too, and are one stop for Tab', async () => {
    await show();
    await userEvent.tab();
    await expect.element(tab('app.py')).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(tab('check.py (read-only)')).toHaveFocus();
    await expect.element(tab('check.py (read-only)')).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(tab('settings.py (read-only)')).toHaveFocus();
    const stops = page
      .getByRole('tab')
      .elements()
      .filter((one) => one.getAttribute('tabindex') === '0');
    expect(stops.map((one) => one.id)).toEqual(['tab-settings.py']);
  });

  it('are gone through to either end by Home and End', async () => {
    const { code } = await show();
    await userEvent.tab();
    await userEvent.keyboard('{End}');
    await expect.element(tab('check.py (read-only)')).toHaveFocus();
    await userEvent.keyboard('{Home}');
    expect(code.file.name).toBe('app.py');
  });

  it('bring the open one into sight, and leave the focus where it is', async () => {
    const { code } = await show();
    const list = page.getByRole('tablist').element() as HTMLElement;
    list.style.inlineSize = '180px';
    code.open('check.py');
    await expect.poll(() => list.scrollLeft + list.clientWidth).toBe(list.scrollWidth);
    code.open('app.py');
    await expect.poll(() => list.scrollLeft).toBe(0);
    await userEvent.tab();
    await expect.element(tab('app.py')).toHaveFocus();
  });

  it('mark a file while it differs from its start', async () => {
    const { code } = await show();
    code.edit('app.py', 'mine\n');
    await expect.element(tab('app.py (changed)')).toBeVisible();
    code.edit('app.py', 'HISTORY = []\n');
    await expect.element(tab('app.py')).toBeVisible();
  });
});
