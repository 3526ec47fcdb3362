import { expectNoViolations } from './axe.ts';
import { Bench } from './bench.ts';
import { FIXTURE_LESSON, sandboxText } from './course.ts';
import { expect, test } from './fixture-site.ts';

test.use({ visitor: 'returning' });

const { unit, observeUnits } = FIXTURE_LESSON.sandbox;
const FILE = 'ledger.py';

test('a run shows what fails, runs as the load is turned, and a check leaves the diagnosis to the learner', async ({
  page,
}) => {
  const bench = new Bench(page);
  const { root } = bench;
  const results = root.getByRole('region', { name: 'Results' });

  await test.step('a figure in an answer waits for the run that gives it', async () => {
    await bench.open(FIXTURE_LESSON);
    const prediction = page.locator('#observe').getByRole('group').first();
    await prediction.getByRole('radio').first().check();
    await expect(prediction).toContainText('(shown after your run)');
  });

  await test.step('units that fail are counted, with the first traceback and its line', async () => {
    const start = sandboxText(FIXTURE_LESSON, FILE);
    await bench.type(FILE, start.replace('        self.returned.append(', '        self.retturned.append('));
    await bench.expectAfter(
      'Run',
      new RegExp(`^Every ${unit} failed\\. The first: AttributeError in ${FILE}, line \\d+: `),
    );
    await expect(results.getByText('Traceback', { exact: true })).toBeVisible();
    await expectNoViolations(page, '[data-workbench]');
    await results.getByRole('button', { name: /^Go to ledger\.py:\d+$/ }).click();
    await expect(bench.tab(FILE)).toHaveAttribute('aria-selected', 'true');
    await bench.type(FILE, `${start}# mine\n`);
  });

  await test.step('the load is turned for a run, and the list of runs says so', async () => {
    await root.getByRole('button', { name: 'Load' }).click();
    await root.getByRole('textbox', { name: 'Loans' }).fill('200');
    await root.getByRole('textbox', { name: 'Readers' }).fill('2');
    await expectNoViolations(page, '[data-workbench]');
    await page.keyboard.press('Escape');
    await bench.expectAfter('Run', /^Ran 200 loans to the end\.$/);
    await expect(results.getByRole('cell', { name: 'Run: 200 loans, readers: 2' })).toBeVisible();
    await expect(page.locator('#observe')).not.toContainText('(shown after your run)', {
      useInnerText: true,
    });
    expect(observeUnits).not.toBe(200);
  });

  await test.step('the evidence of a check stands behind one click', async () => {
    await bench.expectAfter('Check', /^Growing: /);
    await expect(results.getByRole('button', { name: /^ledger\.py:\d+$/ })).toHaveCount(0);
    await expectNoViolations(page, '[data-workbench]');
    await results.getByRole('button', { name: 'Show me the evidence' }).click();
    await expect(results.getByRole('region', { name: 'Evidence' })).toBeFocused();
    await expect(results.getByRole('button', { name: /^ledger\.py:\d+$/ }).first()).toBeVisible();
  });
});
