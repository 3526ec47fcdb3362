import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Evidence from '../../../src/workbench/results/Evidence.svelte';
import { found, librarySite, nothingFound, ownSite, survivors } from '../states/explanations.ts';

const props = { unit: 'request', onGo: () => {} };

describe('the evidence', () => {
  it('lies open at the lines, and folded where one looks next', async () => {
    const screen = await render(Evidence, { ...props, explanation: found });
    await expect.element(screen.getByText('HISTORY.append(request)')).toBeVisible();
    await expect.element(screen.getByText('What survived app.Request')).toBeVisible();
    await expect.element(screen.getByRole('table')).not.toBeInTheDocument();
    await screen.getByText('What survived app.Request').click();
    await expect.element(screen.getByRole('table')).toBeVisible();
    await screen.getByText('Who holds it app.HISTORY').click();
    await expect.element(screen.getByText('[4213]')).toBeVisible();
  });

  it('has a heading only for what was found', async () => {
    const screen = await render(Evidence, {
      ...props,
      explanation: { ...nothingFound, allocations: [ownSite] },
    });
    await expect.element(screen.getByText('Where it was allocated app.py:3')).toBeVisible();
    await expect.element(screen.getByText('What survived')).not.toBeInTheDocument();
    await expect.element(screen.getByText('Who holds it')).not.toBeInTheDocument();
  });

  it('leads to a line of the learner’s, and to no line of a library', async () => {
    const onGo = vi.fn();
    const screen = await render(Evidence, {
      ...props,
      onGo,
      explanation: { ...nothingFound, allocations: [ownSite, librarySite] },
    });
    await screen.getByRole('button', { name: 'app.py:3' }).click();
    expect(onGo).toHaveBeenCalledExactlyOnceWith('app.py', 3);
    await expect.element(screen.getByText('json/decoder.py:353')).toBeVisible();
    expect(screen.getByRole('button').elements()).toHaveLength(1);
  });

  it('says what no line, type or path can show', async () => {
    const note = 'Nothing gathered in the last 800 requests: it grows more seldom than that.';
    const screen = await render(Evidence, { ...props, explanation: { ...nothingFound, notes: [note] } });
    await expect.element(screen.locator).toHaveTextContent(note);
  });

  it('tells what is kept in all, where that is over the budget', async () => {
    const kept = {
      ...found,
      about: 'kept' as const,
      survivors: survivors.map((row) => ({ ...row, cohorts: [] })),
    };
    const screen = await render(Evidence, { ...props, explanation: kept });
    await expect.element(screen.locator).toMatchTextContent(/330 kB kept in 2,400 blocks/);
    await screen.getByText('What is kept app.Request').click();
    await expect.element(screen.getByRole('table')).not.toHaveTextContent('per request');
  });

  it('shows nothing where nothing was found', async () => {
    const screen = await render(Evidence, { ...props, explanation: nothingFound });
    await expect.element(screen.locator).toHaveTextContent('');
  });
});
