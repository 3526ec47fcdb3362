import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import OutputPanel from '../../../src/workbench/results/OutputPanel.svelte';
import { goingOn, printed, settled } from '../states/runs.ts';

const ranOut = { kind: 'observed', units: 1000 } as const;
const manyLines = Array.from({ length: 7 }, (_, index) => `line ${index + 1}\n`).join('');

describe('what a run printed', () => {
  it('lies open while it is short', async () => {
    const run = goingOn({ task: 'observe', signals: [printed('one\ntwo\n')] });
    const screen = await render(OutputPanel, { run });
    await expect.element(screen.getByText('Output 2 lines')).toBeVisible();
    await expect.element(screen.getByRole('region', { name: 'Output' })).toHaveTextContent('one two');
  });

  it('is folded when it is long, and opens', async () => {
    const run = goingOn({ task: 'observe', signals: [printed(manyLines)] });
    const screen = await render(OutputPanel, { run });
    await expect.element(screen.getByText(/line 7/)).not.toBeVisible();
    await screen.getByText('Output 7 lines').click();
    await expect.element(screen.getByText(/line 7/)).toBeVisible();
  });

  it('of a diagnosis lies open however long it is, for it is what was asked for', async () => {
    const run = goingOn({ task: 'diagnose', signals: [printed(manyLines)] });
    const screen = await render(OutputPanel, { run });
    await expect.element(screen.getByText(/line 7/)).toBeVisible();
  });

  it('says where lines were left out, and how many', async () => {
    const cut = { kind: 'output-cut', runId: 1, lines: 4000, bytes: 64_000 } as const;
    const run = goingOn({ task: 'diagnose', signals: [printed('first\n'), cut, printed('last\n')] });
    const screen = await render(OutputPanel, { run });
    await expect.element(screen.getByText('Output 4,002 lines')).toBeVisible();
    await expect
      .element(screen.getByRole('region', { name: 'Output' }))
      .toHaveTextContent('first Cut here: 4,000 lines, 64 kB.last');
  });

  it('says what went to stderr', async () => {
    const run = goingOn({ task: 'observe', signals: [printed('a warning\n', 'stderr')] });
    const screen = await render(OutputPanel, { run });
    await expect.element(screen.getByText('stderr', { exact: true })).toBeVisible();
    await expect.element(screen.getByText(/a warning/)).toBeVisible();
  });

  it('is text to the letter: no markup, no control character does anything', async () => {
    const text = '<b>bold</b> &amp; \u001b[31mred\u001b[0m \u0007\b \u202eback\n';
    const run = goingOn({ task: 'observe', signals: [printed(text)] });
    const screen = await render(OutputPanel, { run });
    const region = screen.getByRole('region', { name: 'Output' }).element();
    expect(region.textContent.trim()).toBe(text.trim());
    expect(region.querySelector('b')).toBeNull();
  });

  it('is said to be nothing only of a diagnosis that has ended', async () => {
    const screen = await render(OutputPanel, { run: settled(ranOut, { task: 'diagnose' }) });
    await expect.element(screen.getByText('diagnose.py printed nothing.')).toBeVisible();
    await screen.rerender({ run: goingOn({ task: 'diagnose' }) });
    await expect.element(screen.locator).toHaveTextContent('');
    await screen.rerender({ run: settled(ranOut, { task: 'observe' }) });
    await expect.element(screen.locator).toHaveTextContent('');
  });
});
