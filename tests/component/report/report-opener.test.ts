import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import ReportOpener from '../../../src/report/ReportOpener.svelte';
import { judged } from '../states/judgements.ts';
import { bounded, growing } from '../states/outcomes.ts';

const input = page.getByLabelText(/^Open (a|another) report/);
const saved = (name: string, value: unknown): File => new File([JSON.stringify(value)], name);

function drop(...files: File[]): void {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
}

test('a report that is picked is drawn, and has the focus', async () => {
  const screen = await render(ReportOpener);
  await input.upload(saved('service.json', judged(growing)));
  await expect.element(screen.getByRole('region', { name: 'service.json' })).toHaveFocus();
  await expect.element(screen.getByRole('heading', { level: 2 })).toHaveTextContent(growing.headline);
});

test('what is no report is refused in a sentence, and another can be opened', async () => {
  const screen = await render(ReportOpener);
  await input.upload(new File(['Growing: 264 B per call.'], 'told.txt'));
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent(
      '“told.txt” is not JSON. Save what “python -m leaklab judge … --json” prints, and nothing else.',
    );
  await input.upload(saved('service.json', judged(bounded)));
  await expect.element(screen.getByRole('heading', { level: 2 })).toHaveTextContent(bounded.headline);
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
});

test('of several that are dropped one is shown, the others wait in a list', async () => {
  const screen = await render(ReportOpener);
  drop(saved('sandbox.json', {}), saved('one.json', judged(growing)), saved('two.json', judged(bounded)));
  const list = screen.getByRole('navigation', { name: 'Opened reports' });
  await expect.element(list.getByRole('button').nth(0)).toHaveTextContent('sandbox.json not opened');
  await expect
    .element(list.getByRole('button', { name: /^one\.json/ }))
    .toHaveAttribute('aria-current', 'true');
  await list.getByRole('button', { name: /^two\.json/ }).click();
  await expect.element(screen.getByRole('region', { name: 'two.json' })).toHaveFocus();
  await expect.element(screen.getByRole('heading', { level: 2 })).toHaveTextContent(bounded.headline);
  await list.getByRole('button', { name: /^sandbox\.json/ }).click();
  await expect
    .element(screen.getByRole('alert'))
    .toMatchTextContent(/no report of leaklab: it has no verdict/);
});
