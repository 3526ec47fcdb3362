import { readFile } from 'node:fs/promises';
import { expectNoViolations } from './axe.ts';
import { Bench } from './bench.ts';
import { FIXTURE_LESSON, sandboxText } from './course.ts';
import { expect, test } from './fixture-site.ts';
import { expectNoScrollSideways } from './narrow.ts';

const FILE = 'ledger.py';
const START = sandboxText(FIXTURE_LESSON, FILE);

test('what was done is shown, saved, added to what another browser has, deleted and brought back', async ({
  page,
  browser,
  baseURL,
}) => {
  const bench = new Bench(page);
  await page.goto('progress/');
  await expect(page.getByText('Nothing yet.')).toBeVisible();
  await expectNoViolations(page);
  await bench.open(FIXTURE_LESSON);
  await bench.type(FILE, `${START}\n# mine\n`);
  await bench.expectAfter('Check', /^Growing: /);

  await page.goto('progress/');
  const row = page.getByRole('row', { name: FIXTURE_LESSON.title });
  await expect(row).toContainText(/[1-7] of 7/);
  await expect(row).toContainText('Growing:');
  await expectNoViolations(page);
  await expectNoScrollSideways(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save to a file' }).click(),
  ]);
  const saved = await readFile(await download.path(), 'utf8');

  const elsewhere = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const there = await elsewhere.newPage();
  const other = new Bench(there);
  await other.open(FIXTURE_LESSON);
  await other.type(FILE, `${START}\n# theirs\n`);
  await there.goto('progress/');
  const open = (text: string) =>
    there
      .getByLabel('Add from a file')
      .setInputFiles({ name: 'progress.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await open(saved.slice(0, 100));
  await expect(there.getByRole('alert')).toHaveText(/^“progress.json” is not JSON\./);
  await open(saved);
  await expect(there.getByRole('status')).toContainText(/1 lesson extended, 1 run added.*yours stays/);
  await expect(there.getByRole('row', { name: FIXTURE_LESSON.title })).toContainText('Growing:');
  await open(saved);
  await expect(there.getByRole('status')).toHaveText('All of it was here already.');
  await other.open(FIXTURE_LESSON);
  await expect(await other.edit(FILE)).toHaveValue(`${START}\n# theirs\n`);
  const runs = other.root.getByRole('table', { name: 'Your runs' });
  await runs.getByRole('button', { name: 'Compare the code of run 2' }).click();
  await other.root.getByRole('button', { name: 'Go back to the code of run 2' }).click();
  await expect(await other.edit(FILE)).toHaveValue(`${START}\n# mine\n`);
  await elsewhere.close();

  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('Nothing yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(row).toContainText('Growing:');
});
