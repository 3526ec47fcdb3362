import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Outcome } from '../../../src/runtime/protocol.ts';
import type { Failures } from '../../../src/runtime/report.ts';
import VerdictCard from '../../../src/workbench/results/VerdictCard.svelte';
import { outcomeSentence, outcomeWord } from '../../../src/workbench/wording/outcomes.ts';
import { errorAt } from '../states/outcomes.ts';
import { climbing, goingOn, settled } from '../states/runs.ts';

const props = { unit: 'request', activity: null, deployment: null, onDeployment: () => {} };
const failures: Failures = {
  count: 85,
  units: 1_700,
  reason: 'KeyError in app.py, line 4: 1',
  detail: 'GET /parcels was answered with 500.',
  error: errorAt(['app.py', 4]),
};
const observed = (change: Partial<Failures> = {}): Outcome => ({
  kind: 'observed',
  units: 1_600,
  failures: { ...failures, ...change },
});

describe('a run of which units fail', () => {
  it('says beside the curve how many, and why the first did', async () => {
    const screen = await render(VerdictCard, { ...props, run: settled(observed()) });
    await expect
      .element(screen.getByRole('heading'))
      .toHaveTextContent('Ran 1,600 requests to the end. 85 of 1,700 requests failed, the warm-up included.');
    await expect
      .element(screen.locator)
      .toMatchTextContent(
        /The first: KeyError in app\.py, line 4: 1\. GET \/parcels was answered with 500\.$/,
      );
  });

  it('does not say that it ran where every unit failed', () => {
    const all = observed({ count: 1_700 });
    expect(outcomeSentence(all, 'request')).toMatch(/^Every request failed\. The first: KeyError/);
    expect([outcomeWord(all), outcomeWord(observed())]).toEqual(['failed', 'failing']);
  });

  it('says so while it goes on, and when it is stopped', async () => {
    const signals = [...climbing(4), { kind: 'failures', runId: 1, failures } as const];
    const screen = await render(VerdictCard, { ...props, run: goingOn({ task: 'observe', signals }) });
    const sentence = /85 of 1,700 requests failed, the warm-up included\. The first: KeyError/;
    await expect.element(screen.locator).toMatchTextContent(sentence);
    await screen.rerender({ run: settled({ kind: 'stopped' }, { task: 'observe', signals }) });
    await expect.element(screen.locator).toMatchTextContent(sentence);
  });
});
