import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import EditorHelp from '../../../src/workbench/code/EditorHelp.svelte';

type Props = {
  completion?: 'asleep' | 'loading' | 'ready' | 'away';
  findings?: number | null;
  unformatted?: string;
};

async function show({ completion = 'asleep', findings, unformatted }: Props) {
  const props = { completion, findings, unformatted: unformatted ?? null, base: '/learn/' };
  const { container } = await render(EditorHelp, props);
  return container;
}

describe('what the editor has beside it', () => {
  it.each([
    ['nothing is said before anything was asked', {}, ''],
    ['completion is on its way', { completion: 'loading' }, 'Completion is loading.'],
    ['completion is there', { completion: 'ready' }, ''],
    ['completion did not come', { completion: 'away' }, 'Completion did not load. The editor works without.'],
    ['Ruff did not come', { findings: null }, 'Ruff did not load. The editor works without.'],
    [
      'neither came',
      { completion: 'away', findings: null },
      'Completion and Ruff did not load. The editor works without.',
    ],
    ['the file is no Python', { unformatted: 'Ruff could not format this.' }, 'Ruff could not format this.'],
  ] as [string, Props, string][])('%s', async (_what, props, said) => {
    const container = await show(props);
    expect(container.querySelector('[aria-live]')?.textContent.trim()).toBe(said);
  });

  it.each([
    [0, 'Ruff finds nothing'],
    [1, '1 finding of Ruff'],
    [3, '3 findings of Ruff'],
  ])('%i findings lead to what a linter can see', async (findings, name) => {
    await show({ findings });
    await expect.element(page.getByRole('link', { name })).toHaveAttribute('href', '/learn/linter/');
  });
});
