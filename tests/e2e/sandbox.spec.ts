import { expectNoViolations } from './axe.ts';
import { Bench } from './bench.ts';
import { FIXTURE_LESSON, fixFiles, sandboxText } from './course.ts';
import { expect, test } from './fixture-site.ts';

test.use({ visitor: 'returning' });

const FILE = 'ledger.py';
const { sandboxId, slug, sandbox } = FIXTURE_LESSON;

test('a sandbox is run, mended and judged without its lesson, and keeps its own text', async ({ page }) => {
  const bench = new Bench(page);
  await page.goto('sandboxes/');
  await page.getByRole('link', { name: sandbox.title }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(sandbox.title);
  await bench.expectAfter('Check', /^Growing: /);
  for (const [name, text] of fixFiles(FIXTURE_LESSON)) await bench.type(name, text);
  await bench.expectAfter('Check', /^Bounded: /);
  await expectNoViolations(page);

  await page.reload();
  await expect(await bench.edit(FILE)).not.toHaveValue(sandboxText(FIXTURE_LESSON, FILE));
  await page.getByRole('link', { name: 'Its lesson' }).click();
  await expect(page).toHaveURL(new RegExp(`lessons/${slug}/$`));
  await expect(await bench.edit(FILE)).toHaveValue(sandboxText(FIXTURE_LESSON, FILE));
});

test('on a narrow screen a sandbox has its name, its code and its results', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`sandboxes/${sandboxId}/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const panes = page.getByRole('navigation', { name: 'Panes' });
  await expect(panes.getByRole('button')).toHaveText(['Code', 'Results']);
  await panes.getByRole('button', { name: 'Results' }).click();
  await expect(page.getByRole('heading', { name: 'What Check holds it to' })).toBeInViewport();
  await expectNoViolations(page);
});

test('code travels in a link, runs only when asked to, and takes nothing away', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const bench = new Bench(page);
  const theirs = `${sandboxText(FIXTURE_LESSON, FILE)}\nprint('from afar <b>')\n`;
  await bench.open(FIXTURE_LESSON);
  await bench.type(FILE, theirs);
  await bench.root.getByRole('button', { name: 'Load', exact: true }).click();
  await bench.root.getByRole('textbox', { name: 'Loans' }).fill('200');
  await page.keyboard.press('Escape');
  await bench.root.getByRole('button', { name: 'Copy a link' }).click();
  await expect(bench.root.getByText(/^The link is copied\. It has \d+ characters\.$/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => localStorage.clear());

  const mine = `${sandboxText(FIXTURE_LESSON, FILE)}\n# mine\n`;
  await page.goto(`sandboxes/${sandboxId}/`);
  await bench.type(FILE, mine);
  await page.goto(link);
  const offer = bench.root.getByRole('alert');
  await expect(offer).toContainText(`carries another text of ${FILE}; a load for Run.`);
  await expect(bench.textbox).toHaveValue(mine);
  await expectNoViolations(page);
  await offer.getByRole('button', { name: 'Open it' }).click();
  await expect(bench.textbox).toHaveValue(theirs);
  await expect(page).toHaveURL(new RegExp(`sandboxes/${sandboxId}/$`));
  await expect(bench.output).toHaveCount(0);
  await bench.expectAfter('Run', /^Ran 200 loans/);
  await expect(bench.output).toContainText('from afar <b>');

  await page.reload();
  await expect(await bench.edit(FILE)).toHaveValue(theirs);
  await bench.root.getByRole('button', { name: 'Undo' }).click();
  await expect(bench.textbox).toHaveValue(mine);
});

test('a sandbox prints its program as it is now, its settings and what Check holds it to', async ({
  page,
}) => {
  const bench = new Bench(page);
  await page.goto(`sandboxes/${sandboxId}/`);
  await bench.type(FILE, `${sandboxText(FIXTURE_LESSON, FILE)}\n# written last\n`);
  await page.setViewportSize({ width: 718, height: 400 });
  await page.emulateMedia({ media: 'print' });
  for (const name of [FILE, 'workload.py', 'check.py'])
    await expect(page.getByRole('heading', { name })).toBeVisible();
  await expect(page.locator('[data-printed] pre', { hasText: '# written last' })).toBeVisible();
  await expect(page.getByText(/^Packages: .* Run loads 800 loans; Check loads at most /)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What Check holds it to' })).toBeVisible();
  for (const hidden of ['Controls', 'Panes', 'Copy a link', 'Take it home'])
    await expect(page.getByLabel(hidden).or(page.getByRole('button', { name: hidden }))).toBeHidden();
  await expect(page.getByRole('tablist')).toBeHidden();
  for (const part of await page.locator('[data-printed]').all())
    expect(await part.evaluate((shown) => shown.scrollHeight - shown.clientHeight)).toBeLessThan(2);
});
