import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ReportView from '../../../src/report/ReportView.svelte';
import type { Verdict } from '../../../src/runtime/report.ts';
import { found } from '../states/explanations.ts';
import { judged } from '../states/judgements.ts';
import {
  bounded,
  broken,
  costly,
  crashed,
  errorAt,
  growing,
  inconclusive,
  overBudget,
} from '../states/outcomes.ts';

/** A verdict, and what its curve is called. */
const told: [verdict: Verdict, curve: RegExp][] = [
  [bounded, /^Memory of the program over 800 requests: .*; bounded, .* The budget is 100 kB\.$/],
  [growing, /growing, 412 B per request/],
  [overBudget, /over budget, could have seen/],
  [costly, /costly, could have seen/],
  [inconclusive, /inconclusive, could have seen/],
  [broken, /^Memory of the program over 800 units: .*as measured, not judged\.$/],
  [crashed, /over 800 units: .*as measured, not judged\.$/],
];

describe('a saved judgement as a page', () => {
  it.each(told.map(([verdict, curve]) => ({ kind: verdict.kind, verdict, curve })))(
    'tells $kind: the headline, the curve and how it was measured',
    async ({ verdict, curve }) => {
      const screen = await render(ReportView, { judgement: judged(verdict) });
      await expect.element(screen.getByRole('heading', { level: 2 })).toHaveTextContent(verdict.headline);
      await expect.element(screen.getByRole('img', { name: curve })).toBeVisible();
      await expect.element(screen.getByRole('heading', { name: 'How it was measured' })).toBeVisible();
    },
  );

  it('says on what the verdict rests', async () => {
    const verdict = { ...growing, seed: 7, seeds: 3, importedBytes: 120_000, outsideBytesPerUnit: 4096 };
    const screen = await render(ReportView, { judgement: judged(verdict) });
    const facts = screen.getByRole('definition').elements();
    expect(facts.map((fact) => fact.textContent)).toEqual([
      '12,800 requests after warming up',
      '412 B ± 0.02 B per request',
      '1 B per request',
      '0.05 B per request',
      '38 kB, at its peak 41 kB',
      '100 kB',
      '120 kB, not counted as kept',
      '4.1 kB per request: mapped memory, stacks of threads, or what a library allocates for itself',
      'mallinfo: what is in use of malloc',
      '7, the last of 3 checks',
      '2.0 s',
    ]);
    await expect.element(screen.getByText(growing.lifetime)).toBeVisible();
  });

  it('shows the evidence open, and leads from a line to its source', async () => {
    const screen = await render(ReportView, { judgement: judged(growing, { explanation: found }) });
    await expect.element(screen.getByRole('region', { name: 'What survived' })).toBeVisible();
    const holders = screen.getByRole('region', { name: 'Who holds it' });
    await expect.element(holders).toMatchTextContent(/app\.HISTORY/);
    const allocated = screen.getByRole('region', { name: 'Where it was allocated' });
    await allocated.getByRole('button', { name: 'app.py:3' }).first().click();
    const line = screen
      .getByRole('region', { name: 'Lines of the program in this report' })
      .getByRole('listitem')
      .nth(0);
    await expect.element(line).toHaveFocus();
    await expect.element(line).toHaveTextContent('3 HISTORY.append(request) in handle');
  });

  it('tells what is kept as such, and every note', async () => {
    const explanation = { ...found, about: 'kept' as const, notes: ['Some of it is older.'] };
    const judgement = judged(overBudget, { explanation, notes: ['Two threads were left.'] });
    const screen = await render(ReportView, { judgement });
    await expect
      .element(screen.getByRole('region', { name: 'Where what is kept was allocated' }))
      .toBeVisible();
    const notes = screen.getByRole('region', { name: 'Notes' }).getByRole('listitem');
    await expect.element(notes.nth(0)).toHaveTextContent('Some of it is older.');
    await expect.element(notes.nth(1)).toHaveTextContent('Two threads were left.');
  });

  it('shows the traceback of a crash, and of a promise that an error broke', async () => {
    const screen = await render(ReportView, { judgement: judged(crashed, { reads: [] }) });
    const error = screen.getByRole('region', { name: 'The error' });
    await expect.element(error).toMatchTextContent(/app\.py:7 in handle Traceback \(most recent call last\)/);
    await screen.rerender({ judgement: judged({ ...broken, error: errorAt(['app.py', 9]) }) });
    await expect.element(error).toMatchTextContent(/TypeError no such history app\.py:9 in handle/);
  });

  it('shows what a program names and prints as text alone', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const error = { ...crashed.error, traceback: markup };
    const screen = await render(ReportView, {
      judgement: judged({ ...crashed, headline: markup, error }, { notes: [markup] }),
    });
    expect(screen.getByText(markup).elements()).toHaveLength(3);
    expect(document.querySelector('img[src]')).toBeNull();
  });
});
