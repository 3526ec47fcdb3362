import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Traceback from '../../../src/workbench/results/Traceback.svelte';
import { errorAt } from '../states/outcomes.ts';

const props = { error: errorAt(['app.py', 3], ['settings.py', 7]), sentence: 'Crashed.', onGo: () => {} };

describe('a traceback', () => {
  it('leads to the innermost line, and shows its source', async () => {
    const onGo = vi.fn();
    const screen = await render(Traceback, { ...props, onGo });
    await expect.element(screen.getByText('return HISTORY[i]')).toBeVisible();
    await screen.getByRole('button', { name: 'settings.py:7' }).click();
    expect(onGo).toHaveBeenCalledExactlyOnceWith('settings.py', 7);
  });

  it('names the error where the verdict’s sentence does not', async () => {
    const screen = await render(Traceback, props);
    await expect.element(screen.getByText('TypeError no such history')).toBeVisible();
    await screen.rerender({ ...props, sentence: 'Crashed in the first request: TypeError: no such history' });
    await expect.element(screen.getByText('TypeError no such history')).not.toBeInTheDocument();
  });

  it('is folded, and whole when opened', async () => {
    const screen = await render(Traceback, props);
    await expect.element(screen.getByText(/most recent call last/)).not.toBeVisible();
    await screen.getByText('Traceback', { exact: true }).click();
    await expect.element(screen.getByText(/most recent call last/)).toBeVisible();
  });
});
