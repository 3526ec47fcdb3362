import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import ResetMenu from '../../../src/workbench/controls/ResetMenu.svelte';
import { Code } from '../../../src/workbench/session/code.svelte.ts';
import { exercise } from '../states/exercise.ts';

const opener = page.getByRole('button', { name: 'Reset', exact: true });
const one = page.getByRole('button', { name: 'Reset app.py' });
const all = page.getByRole('button', { name: 'Reset all files' });

async function show(...typed: string[]) {
  const code = new Code(exercise);
  for (const name of typed) code.edit(name, 'mine\n');
  const onReset = vi.fn((names: readonly string[]) => void code.reset(names));
  await render(ResetMenu, { code, onReset });
  return { onReset };
}

describe('the reset menu', () => {
  it('opens over its button, and a second press closes it', async () => {
    await show('app.py');
    await expect.element(all).not.toBeInTheDocument();
    await opener.click();
    await expect.element(all).toBeVisible();
    await opener.click();
    await expect.element(all).not.toBeInTheDocument();
  });

  it('resets the open file, or all of them, and closes', async () => {
    const { onReset } = await show('app.py', 'diagnose.py');
    await opener.click();
    await one.click();
    expect(onReset).toHaveBeenLastCalledWith(['app.py']);
    await expect.element(one).not.toBeInTheDocument();
    await expect.element(opener).toHaveFocus();
    await opener.click();
    await all.click();
    expect(onReset).toHaveBeenLastCalledWith([
      'app.py',
      'settings.py',
      'diagnose.py',
      'workload.py',
      'check.py',
    ]);
    await expect.element(all).not.toBeInTheDocument();
  });

  it('offers only what would change something', async () => {
    await show('diagnose.py');
    await opener.click();
    await expect.element(one).toBeDisabled();
    await expect.element(all).toBeEnabled();
  });

  it('goes by keyboard: Enter opens, Tab moves in, Escape closes and gives the focus back', async () => {
    await show('app.py');
    await userEvent.tab();
    await expect.element(opener).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.tab();
    await expect.element(one).toHaveFocus();
    await userEvent.tab();
    await expect.element(all).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(all).not.toBeInTheDocument();
    await expect.element(opener).toHaveFocus();
  });

  it('gives the focus back when a file was chosen by keyboard', async () => {
    const { onReset } = await show('app.py');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(onReset).toHaveBeenCalledExactlyOnceWith(['app.py']);
    await expect.element(opener).toHaveFocus();
  });

  it('closes when the learner clicks or tabs elsewhere', async () => {
    await show('app.py');
    const elsewhere = document.createElement('button');
    elsewhere.textContent = 'Elsewhere';
    elsewhere.style.marginBlock = '300px';
    document.body.append(elsewhere);
    await opener.click();
    await page.getByRole('button', { name: 'Elsewhere' }).click();
    await expect.element(all).not.toBeInTheDocument();
    await opener.click();
    for (let presses = 0; presses < 3; presses++) await userEvent.tab();
    await expect.element(page.getByRole('button', { name: 'Elsewhere' })).toHaveFocus();
    await expect.element(all).not.toBeInTheDocument();
    elsewhere.remove();
  });
});
