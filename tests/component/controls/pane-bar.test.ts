import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import PaneBar from '../../../src/workbench/controls/PaneBar.svelte';
import { Panes } from '../../../src/workbench/controls/panes.svelte.ts';
import { growing } from '../states/outcomes.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const [WIDE, NARROW] = [
  [1280, 900],
  [390, 844],
] as const;

beforeEach(async () => {
  await page.viewport(...NARROW);
  document.documentElement.dataset.pane = 'read';
});
afterEach(async () => {
  await page.viewport(...WIDE);
  delete document.documentElement.dataset.pane;
});

describe('the bar of panes', () => {
  it('shows which pane is open, and opens another', async () => {
    await render(PaneBar, { panes: new Panes('prose'), running: false, outcome: null });
    await expect.element(button('Read')).toHaveAttribute('aria-pressed', 'true');
    await button('Code').click();
    await expect.element(button('Code')).toHaveAttribute('aria-pressed', 'true');
    await expect.element(button('Read')).toHaveAttribute('aria-pressed', 'false');
    expect(document.documentElement.dataset.pane).toBe('code');
  });

  it('has nothing to read where no prose stands beside the workbench', async () => {
    await render(PaneBar, { panes: new Panes('nothing'), running: false, outcome: null });
    await expect.element(button('Code')).toHaveAttribute('aria-pressed', 'true');
    await expect.element(button('Results')).toBeVisible();
    await expect.element(button('Read')).not.toBeInTheDocument();
  });

  it('shows that something runs', async () => {
    await render(PaneBar, { panes: new Panes('prose'), running: true, outcome: null });
    await expect.element(button('Results running')).toBeVisible();
  });

  it('shows a result that came while another pane was open, until it is looked at', async () => {
    const panes = new Panes('prose');
    await render(PaneBar, { panes, running: false, outcome: growing });
    panes.began();
    await expect.element(button('Results')).toHaveAttribute('aria-pressed', 'true');
    panes.show('read');
    panes.settled();
    await expect.element(button('Results growing')).toBeVisible();
    await button('Results growing').click();
    await expect.element(button('Results')).toBeVisible();
  });
});
