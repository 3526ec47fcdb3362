import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { Outcome } from '../../../src/runtime/protocol.ts';
import VerdictCard from '../../../src/workbench/results/VerdictCard.svelte';
import {
  bounded,
  broken,
  costly,
  crashed,
  diagnosed,
  growing,
  inconclusive,
  outcomes,
  overBudget,
} from '../states/outcomes.ts';
import { goingOn, settled } from '../states/runs.ts';

const props = { unit: 'request', activity: null, deployment: null, onDeployment: () => {} };

/** An outcome, the sentence that is set large, and what stands under it. */
const told: [outcome: Outcome, heading: string, under?: string][] = [
  [
    bounded,
    'Bounded: no growth above 0.05 B per request over 12,800 requests.',
    '38 kB kept after 12,800 requests; the budget is 100 kB',
  ],
  [
    growing,
    'Growing: 412 B and 3.0 objects per request.',
    'At requests a second a MiB container is full in 18 h 4 min. 412 B more for every request; growth counts from 1 B',
  ],
  [
    overBudget,
    'Bounded, but too large: 620 kB kept against 100 kB.',
    '620 kB kept, against a budget of 100 kB',
  ],
  [
    { ...overBudget, headline: 'Bounded, but too large: at its peak.', retainedBytes: 60_000 },
    'Bounded, but too large: at its peak.',
    '650 kB at its peak, against a budget of 100 kB',
  ],
  [
    costly,
    'Costly: 12,800 full collections in 12,800 requests.',
    'Each looks at every object of the process. 1 full collection per request; up to 0.01 is usual',
  ],
  [inconclusive, 'Cannot tell: a sawtooth of 62 kB.', '4.8 B per request could hide in this noise'],
  [broken, 'Broken: A client must still see its last 20 requests.'],
  [crashed, 'Crashed after 40 requests: TypeError: no such history'],
  [{ kind: 'observed', units: 1000 }, 'Ran 1,000 requests to the end.'],
  [{ kind: 'explained' }, 'The cause was looked for.'],
  [{ kind: 'answered' }, 'The process has answered.'],
  [diagnosed, 'Your diagnosis ran.', 'It does not name the whole culprit yet.'],
  [
    { kind: 'diagnosed', diagnosis: { complete: true, findings: [] } },
    'That is it: your diagnosis names the culprit.',
  ],
  [
    { kind: 'stopped' },
    'You stopped the run.',
    'Everything you typed is still there. A fresh interpreter is ready for the next run.',
  ],
  [
    { kind: 'timed-out', seconds: 120 },
    'Nothing came back for 120 seconds, so the run was ended.',
    'A loop that never ends looks like this. Look for a “while” without a way out, then run again.',
  ],
  [
    { kind: 'out-of-memory', limitBytes: 2 ** 28, message: 'MemoryError' },
    'The program reached the sandbox’s limit of 256 MiB.',
    'Your browser is fine, and so is your text. A fresh interpreter takes the next run.',
  ],
  [
    { kind: 'unavailable', reason: 'Offline.' },
    'Python could not be started here.',
    'Offline. What you typed is kept. This is not your program’s fault; press any button to try again.',
  ],
];

describe('the verdict card', () => {
  it.each(told.map(([outcome, heading, under = '']) => ({ kind: outcome.kind, outcome, heading, under })))(
    'tells $kind in one sentence, with the number that decides or what to do next',
    async ({ outcome, heading, under }) => {
      const screen = await render(VerdictCard, { ...props, run: settled(outcome) });
      await expect.element(screen.getByRole('heading')).toHaveTextContent(heading);
      await expect.element(screen.locator).toHaveTextContent(`${heading} ${under}`.trim());
    },
  );

  it('has words for every outcome that there is', () => {
    const kinds = new Set(told.map(([outcome]) => outcome.kind));
    expect(outcomes.filter(({ kind }) => !kinds.has(kind))).toEqual([]);
  });

  it('says while a run goes on what is done, and no verdict', async () => {
    const screen = await render(VerdictCard, { ...props, run: goingOn(), activity: 'Judging: 400 requests' });
    await expect.element(screen.getByText('Judging: 400 requests')).toBeVisible();
    expect(screen.getByRole('heading').elements()).toEqual([]);
  });

  it('names the reference that was tried', async () => {
    const screen = await render(VerdictCard, {
      ...props,
      run: settled(bounded, { task: 'trial', title: 'A ring' }),
    });
    await expect.element(screen.getByText('A ring')).toBeVisible();
  });
});

describe('the lifetime of a growing program', () => {
  const run = settled(growing);
  const requests = page.getByRole('textbox', { name: 'requests a second' });
  const limit = page.getByRole('textbox', { name: 'Container limit in MiB' });

  it('starts from what the judge reckons with, and is reckoned anew for another container', async () => {
    const onDeployment = vi.fn();
    await render(VerdictCard, { ...props, run, onDeployment });
    await expect.element(requests).toHaveValue('20');
    await expect.element(limit).toHaveValue('512');
    await limit.fill('256');
    expect(onDeployment).toHaveBeenLastCalledWith({ mebibytes: 256, perSecond: 20 });
  });

  it('shows the learner’s own figures, and gives them up when asked', async () => {
    const onDeployment = vi.fn();
    const screen = await render(VerdictCard, {
      ...props,
      run,
      deployment: { mebibytes: 256, perSecond: 40 },
      onDeployment,
    });
    await expect.element(screen.locator).toMatchTextContent(/container is full in 4 h 31 min\./);
    await screen.getByRole('button', { name: 'Back to 20 and 512 MiB' }).click();
    expect(onDeployment).toHaveBeenLastCalledWith(null);
  });

  it('says what is wrong with a figure, and reckons with it no more', async () => {
    const screen = await render(VerdictCard, { ...props, run });
    await limit.fill('half a gig');
    await expect.element(limit).toBeInvalid();
    await expect
      .element(limit)
      .toHaveAccessibleDescription(
        'Give the container’s limit as a number of MiB, such as 512; 1 GiB is 1024.',
      );
    await expect.element(screen.locator).toMatchTextContent(/container is full in … /);
  });
});
