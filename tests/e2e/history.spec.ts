import { expectNoViolations } from './axe.ts';
import { Bench } from './bench.ts';
import { FIXTURE_LESSON, sandboxText } from './course.ts';
import { expect, test } from './fixture-site.ts';

test.use({ visitor: 'returning' });

const FILE = 'ledger.py';
const START = sandboxText(FIXTURE_LESSON, FILE);

test('runs are there after a reload: they are compared, and the code of one comes back', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await bench.type(FILE, `${START}\n# first\n`);
  await bench.expectAfter('Run', /^Ran /);
  await bench.type(FILE, `${START}\n# second\n`);
  await bench.expectAfter('Run', /^Ran /);

  await page.reload();
  await bench.tab(FILE).click();
  const runs = bench.root.getByRole('table', { name: 'Your runs' });
  await expect(runs.getByRole('row', { name: /Run .* ran/ })).toHaveCount(2);
  await runs.getByRole('button', { name: 'Compare the code of run 1' }).click();
  const comparison = bench.root.getByRole('region', { name: 'Run 1', exact: true });
  await comparison.getByLabel('against').selectOption('run 2');
  await expect(comparison.getByRole('img', { name: /^Memory of run 1 / })).toBeVisible();
  await expect(comparison.getByRole('cell', { name: '− # first' })).toBeVisible();
  await expectNoViolations(page, '[data-workbench]');

  await comparison.getByRole('button', { name: 'Go back to the code of run 1' }).click();
  await expect(await bench.edit(FILE)).toHaveValue(`${START}\n# first\n`);
  await bench.root.getByRole('button', { name: 'Undo' }).click();
  await expect(await bench.edit(FILE)).toHaveValue(`${START}\n# second\n`);
});

test('two tabs on one lesson show each other what is typed, and the second says so', async ({
  page,
  context,
}) => {
  const [first, second] = [new Bench(page), new Bench(await context.newPage())];
  for (const bench of [first, second]) {
    await bench.open(FIXTURE_LESSON);
    await bench.edit(FILE);
  }
  const notice = (bench: Bench) => bench.root.getByRole('alert').filter({ hasText: 'open in another tab' });
  await expect(notice(second)).toBeVisible();
  await expect(notice(first)).toBeHidden();
  await first.type(FILE, `${START}\n# here\n`);
  await expect(second.textbox).toHaveValue(`${START}\n# here\n`);
  await second.type(FILE, `${START}\n# there\n`);
  await expect(first.textbox).toHaveValue(`${START}\n# there\n`);
  await page.close();
  await expect(notice(second)).toBeHidden();
});
