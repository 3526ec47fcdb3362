import { afterEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import Workbench from '../../../src/workbench/Workbench.svelte';
import { benchOf } from '../states/benches.ts';
import { bounded } from '../states/outcomes.ts';

const LESSON = { slug: 'lesson', version: 1 };
const separator = (name: string) => page.getByRole('separator', { name });
const button = (name: string) => page.getByRole('button', { name });
const root = document.documentElement;

async function show(lesson: typeof LESSON | null = LESSON) {
  const bench = benchOf({ outcome: bounded }, lesson);
  const { unmount } = await render(Workbench, { bench });
  return unmount;
}

afterEach(() => {
  root.removeAttribute('style');
  root.removeAttribute('data-whole-bench');
});

describe('the room that code, results and prose share', () => {
  it('is shared out by keyboard, within bounds, and so on the next visit', async () => {
    const leave = await show();
    separator('Height of the editor').element().focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(separator('Height of the editor')).toHaveAttribute('aria-valuenow', '54');
    separator('Width of the text').element().focus();
    await userEvent.keyboard('{Home}{ArrowLeft}');
    await expect.element(separator('Width of the text')).toHaveAttribute('aria-valuenow', '25');
    expect(root.style.getPropertyValue('--prose-share')).toBe('25%');
    await leave();

    await show();
    await expect.element(separator('Height of the editor')).toHaveAttribute('aria-valuenow', '54');
    await expect.element(separator('Width of the text')).toHaveAttribute('aria-valuenow', '25');
  });

  it('is as it was designed where what was kept makes no sense', async () => {
    localStorage.setItem('leaklab:room', '{"editorShare":"all","proseShare":4000,"wrapped":1}');
    await show();
    await expect.element(separator('Height of the editor')).toHaveAttribute('aria-valuenow', '50');
    expect(root.style.getPropertyValue('--prose-share')).toBe('');
    await expect.element(button('Wrap long lines')).toHaveAttribute('aria-pressed', 'false');
  });

  it('is all the bench’s for as long as one likes', async () => {
    await show();
    await button('Workbench on the whole page').click();
    expect(root).toHaveAttribute('data-whole-bench');
    await button('Workbench on the whole page').click();
    expect(root).not.toHaveAttribute('data-whole-bench');
  });

  it('has nothing to take from where there is no prose', async () => {
    await show(null);
    await expect.element(separator('Height of the editor')).toBeVisible();
    expect(separator('Width of the text').elements()).toEqual([]);
    expect(button('Workbench on the whole page').elements()).toEqual([]);
  });

  it('lets long lines go on below, and so on the next visit', async () => {
    const leave = await show(null);
    await button('Wrap long lines').click();
    await leave();
    await show(null);
    await expect.element(button('Wrap long lines')).toHaveAttribute('aria-pressed', 'true');
  });

  it('tells which keys there are', async () => {
    await show();
    await button('Keys').click();
    await expect.element(page.getByText('leave the editor', { exact: true })).toBeVisible();
    const list = page.getByRole('heading', { name: 'Keys' }).element().parentElement?.getBoundingClientRect();
    const opener = button('Keys').element().getBoundingClientRect();
    expect(list?.top).toBeCloseTo(opener.bottom + 6);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('leave the editor', { exact: true })).not.toBeVisible();
    await expect.element(button('Keys')).toHaveFocus();
  });
});
