import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import EvidenceGate from '../../../src/workbench/results/EvidenceGate.svelte';
import { found } from '../states/explanations.ts';

const props = { explanation: found, unit: 'request', onGo: () => {}, onOpen: () => {} };

describe('the evidence of a check', () => {
  it('waits behind one click where the diagnosis is still the learner’s', async () => {
    const screen = await render(EvidenceGate, { ...props, open: false });
    await expect.element(screen.getByRole('button', { name: 'Show me the evidence' })).toBeVisible();
    await expect.element(screen.locator).not.toMatchTextContent(/app\.py:3/);
  });

  it('takes the focus with it when it comes', async () => {
    const onOpen = vi.fn(() => void screen.rerender({ open: true }));
    const screen = await render(EvidenceGate, { ...props, open: false, onOpen });
    await screen.getByRole('button', { name: 'Show me the evidence' }).click();
    await expect.element(screen.getByRole('region', { name: 'Evidence' })).toHaveFocus();
    await expect.element(screen.getByRole('button', { name: 'app.py:3' })).toBeVisible();
  });
});
