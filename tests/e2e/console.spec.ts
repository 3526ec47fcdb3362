import { expectNoViolations } from './axe.ts';
import { Bench } from './bench.ts';
import { FIXTURE_LESSON } from './course.ts';
import { expect, test } from './fixture-site.ts';

test.use({ visitor: 'returning' });

test('by keyboard alone: a run, its console, two looks at what it keeps, and Stop', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await bench.button('Run').press('Enter');
  await bench.expectSaid(/^Ran 800 loans/);

  await bench.root.locator('summary', { hasText: 'run 1 is alive' }).press('Enter');
  const input = bench.root.getByRole('textbox', { name: 'Python statement' });
  const log = bench.root.getByRole('log', { name: 'Console' });
  await input.focus();
  await page.keyboard.type('len(ledger.LEDGER.retu');
  await page.keyboard.press('Tab');
  await expect(input).toHaveValue('len(ledger.LEDGER.returned');
  await page.keyboard.type(')');
  await page.keyboard.press('Enter');
  await expect(log).toContainText(/>>> len\(ledger\.LEDGER\.returned\)\s*900/);
  await expect(input).toHaveValue('');

  await page.keyboard.type('for loan in ledger.LEDGER.returned[:2]:');
  await page.keyboard.press('Enter');
  await expect(input).toHaveValue(/:\n {4}$/);
  await page.keyboard.type('print(loan.title)');
  await page.keyboard.press('Enter');
  await expect(input).toHaveValue(/\)\n {4}$/);
  await page.keyboard.press('Enter');
  await expect(log).toContainText(/Volume 1\s*Volume 2/);

  await page.keyboard.type(
    'from pympler import asizeof; objgraph.count("Loan"), asizeof.asizeof(ledger.LEDGER) > 10_000',
  );
  await page.keyboard.press('Enter');
  await expect(log).toContainText('(900, True)');

  const inspector = bench.root.getByRole('region', { name: 'Inspector' });
  await inspector.getByRole('textbox').focus();
  await page.keyboard.type('Loan');
  await page.keyboard.press('Enter');
  await expect(inspector.getByRole('heading', { name: 'ledger.Loan 900 instances' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(inspector.getByRole('heading', { name: /^ledger\.Loan number=900/ })).toBeFocused();
  await inspector.getByRole('button', { name: '[899] list' }).press('Enter');
  await expect(inspector.getByRole('heading', { name: 'list 900 entries' })).toBeFocused();
  await expect(inspector.getByRole('button', { name: '.returned ledger.Ledger' })).toBeVisible();
  await expectNoViolations(page, '[data-bench]');

  await input.focus();
  await page.keyboard.type('while True: pass');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(bench.root.getByRole('button', { name: 'Stop the process' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(log).toContainText('The process was ended. What it held is gone.');
  await expect(bench.root.getByRole('button', { name: 'Stop the process' })).toBeFocused();
});
