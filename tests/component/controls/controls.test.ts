import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { Bench } from '../../../src/workbench/bench.svelte.ts';
import Controls from '../../../src/workbench/controls/Controls.svelte';
import { benchOf } from '../states/benches.ts';
import { bounded } from '../states/outcomes.ts';

const button = (name: string) => page.getByRole('button', { name });

async function show({ exercise, code, session }: Bench) {
  return render(Controls, {
    exercise,
    code,
    session,
    comparing: false,
    onRun: (action: () => Promise<void>) => void action(),
    onReset: () => {},
    onCompare: () => {},
  });
}

describe('the controls', () => {
  it('offer to run, to diagnose and to check, and nothing to stop', async () => {
    await show(benchOf());
    for (const name of ['Run', 'Diagnose', 'Check']) {
      await expect.element(button(name)).toHaveAttribute('aria-disabled', 'false');
    }
    await expect.element(button('Stop')).not.toBeInTheDocument();
  });

  it.each([
    ['Run', 'observe'],
    ['Diagnose', 'diagnose'],
    ['Check', 'check'],
  ] as const)('do what %s says', async (name, task) => {
    const bench = benchOf();
    await show(bench);
    await button(name).click();
    await expect.poll(() => bench.session.shown?.task).toBe(task);
  });

  it('give the shortcut to Check, and to Diagnose while the learner’s own diagnosis is open', async () => {
    const bench = benchOf();
    await show(bench);
    await expect.element(button('Check')).toHaveAttribute('aria-keyshortcuts', 'Control+Enter Meta+Enter');
    bench.code.open('diagnose.py');
    await expect.element(button('Diagnose')).toHaveAttribute('aria-keyshortcuts', 'Control+Enter Meta+Enter');
    await expect.element(button('Check')).not.toHaveAttribute('aria-keyshortcuts');
  });

  it('are inert while something runs, keep the keyboard’s place, and can stop it', async () => {
    const bench = benchOf({ outcome: bounded, hangs: true });
    await show(bench);
    await button('Check').click();
    await expect.element(button('Check')).toHaveAttribute('aria-disabled', 'true');
    await expect.element(button('Check')).toHaveFocus();
    await button('Run').click({ force: true });
    expect(bench.session.runs).toHaveLength(1);
    await button('Stop').click();
    await expect.element(button('Check')).toHaveAttribute('aria-disabled', 'false');
    await expect.element(button('Check')).toHaveFocus();
    await expect.element(button('Stop')).not.toBeInTheDocument();
    expect(bench.session.shown?.outcome).toEqual({ kind: 'stopped' });
  });

  it('say that a run waits for Python, and how far that is', async () => {
    const bench = benchOf({ outcome: bounded, hangs: true });
    await show(bench);
    await button('Run').click();
    await expect.element(button('Stop')).toBeVisible();
    bench.session.boot = { kind: 'downloading', loadedBytes: 3e6, totalBytes: 12e6 };
    await expect
      .element(page.getByText('Python is loading: 3.0 of 12.0 MB; the run then starts by itself'))
      .toBeVisible();
  });
});
