import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Diagnosis } from '../../../src/runtime/report.ts';
import Findings from '../../../src/workbench/results/Findings.svelte';

const diagnosis: Diagnosis = {
  complete: false,
  findings: [
    { part: 'where', given: 'app.py:3', right: true, feedback: 'It is allocated there.' },
    { part: 'what', given: 'dict', right: false, feedback: 'Dicts come and go.' },
    { part: 'held_by', given: null, right: false, feedback: 'Follow the referrers.' },
  ],
};

test('each finding says which part, what was named, and in a word whether it is right', async () => {
  const screen = await render(Findings, { diagnosis });
  const items = screen.getByRole('listitem');
  await expect.element(items.nth(0)).toHaveTextContent('Where app.py:3 right It is allocated there.');
  await expect.element(items.nth(1)).toHaveTextContent('What dict not yet Dicts come and go.');
  await expect.element(items.nth(2)).toHaveTextContent('Held by not named yet open Follow the referrers.');
});
