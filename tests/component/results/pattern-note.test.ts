import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { Outcome } from '../../../src/runtime/protocol.ts';
import type { Exercise } from '../../../src/workbench/exercise.ts';
import Contract from '../../../src/workbench/results/Contract.svelte';
import PatternNote from '../../../src/workbench/results/PatternNote.svelte';
import { boundedPattern, exercise } from '../states/exercise.ts';
import { bounded, growing } from '../states/outcomes.ts';

const pattern = boundedPattern.pattern ?? expect.fail();
const nothingToFix = page.getByText('Bounded already: there is nothing to fix.');

function show(outcome: Outcome | null, verdict: Exercise['verdict'] = 'bounded') {
  return render(PatternNote, { pattern, verdict, outcome });
}

it('says what to look at, and whether it grows only to who asks', async () => {
  await show(null);
  await expect.element(page.getByText('Count the entries.')).toBeVisible();
  await expect.element(page.getByText(/^It is bounded/)).not.toBeVisible();
  await page.getByText('Does it grow, and why?').click();
  await expect.element(page.getByText(/^It is bounded/)).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'The ring of a library' }))
    .toHaveAttribute('href', 'https://example.org/ring');
  await expect
    .element(page.getByRole('link', { name: 'Memory rises in steps' }))
    .toHaveAttribute('href', '/symptoms/#rises-in-steps');
});

it('asks for a proof in words once the judge has found bounded what was so from the start', async () => {
  await show(bounded);
  await expect.element(nothingToFix).toBeVisible();
});

it.each([
  ['nothing has run', null, 'bounded'],
  ['it grows as it was changed', growing, 'bounded'],
  ['it was mended', bounded, 'growing'],
] as const)('does not say that there is nothing to fix where %s', async (_when, outcome, verdict) => {
  await show(outcome, verdict);
  await expect.element(page.getByText('Count the entries.')).toBeVisible();
  await expect.element(nothingToFix).not.toBeInTheDocument();
});

it('stands in the introduction, which gives away no fault', async () => {
  await render(Contract, { exercise: boundedPattern, introducing: true });
  await expect.element(page.getByText('Count the entries.')).toBeVisible();
  await expect.element(page.getByText(/with its fault in it/)).not.toBeInTheDocument();
});

it('has no part in the introduction of a lesson’s program', async () => {
  await render(Contract, { exercise, introducing: true });
  await expect.element(page.getByText(/with its fault in it/)).toBeVisible();
  await expect.element(page.getByText('What to look at')).not.toBeInTheDocument();
});

it('leaves it open in the introduction of a lesson whether a program that is bounded has a fault', async () => {
  await render(Contract, { exercise: { ...exercise, verdict: 'bounded' }, introducing: true });
  await expect.element(page.getByText(/^Does its memory grow for ever/)).toBeVisible();
  await expect.element(page.getByText('What to look at')).not.toBeInTheDocument();
});
