import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { trackDisclosures } from '../../src/progress/disclosures.ts';

const root = document.createElement('div');
afterEach(() => root.remove());

/** Two answers of one prediction, and a hint. */
function begin(opened: readonly string[] = []) {
  root.innerHTML = `
    <label><input type="radio" name="shape" data-progress-key="shape-1" />A line</label>
    <label><input type="radio" name="shape" data-progress-key="shape-2" />A plateau</label>
    <details data-progress-key="hint-1"><summary>Hint</summary><p>Look.</p></details>`;
  document.body.append(root);
  const onToggle = vi.fn();
  return { onToggle, untrack: trackDisclosures(document, opened, onToggle) };
}

describe('what is chosen and opened in the prose', () => {
  it('is told; an answer takes the place of the one before', async () => {
    const { onToggle, untrack } = begin();
    await page.getByRole('radio', { name: 'A line' }).click();
    await page.getByRole('radio', { name: 'A plateau' }).click();
    await page.getByText('Hint').click();
    await expect.poll(() => onToggle.mock.calls.at(-1)).toEqual(['hint-1', true]);
    const last = new Map(onToggle.mock.calls as [string, boolean][]);
    expect([...last]).toEqual(
      expect.arrayContaining([
        ['shape-1', false],
        ['shape-2', true],
        ['hint-1', true],
      ]),
    );
    untrack();
  });

  it('is as it was left', async () => {
    const { untrack } = begin(['shape-2', 'hint-1']);
    await expect.element(page.getByRole('radio', { name: 'A plateau' })).toBeChecked();
    await expect.element(page.getByText('Look.')).toBeVisible();
    untrack();
  });
});
