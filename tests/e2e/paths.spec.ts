import { words } from '#words/paths-page';
import { linkTo } from '../../src/paths/link.ts';
import { expectNoViolations } from './axe.ts';
import { expectNoScrollSideways } from './narrow.ts';
import { expect, test } from './site.ts';

const yaml = (name: string, text: string) => ({ name, mimeType: 'text/yaml', buffer: Buffer.from(text) });
const TITLE = 'Our first week';
/** What nobody’s path has, and a stranger’s may. */
const HOSTILE = words.file.example.replace('Our first week', '<img src=x onerror="document.title = 1">');

test('a path shows how far one is, and a lesson that is opened from it leads on along it', async ({
  page,
}) => {
  await page.goto('paths/');
  await page.evaluate(() =>
    localStorage.setItem('leaklab:1:line-or-plateau', JSON.stringify({ reached: ['symptom', 'prove'] })),
  );
  await page.reload();
  const onCall = page.getByRole('article').filter({ hasText: 'On call in ninety minutes' });
  await expect(onCall).toContainText('1 of 6 steps done');
  await onCall.getByRole('link').click();

  const begin = page.getByRole('link', { name: 'Begin “Counting objects”' });
  await expect(begin).toBeVisible();
  await expectNoViolations(page);
  await begin.click();
  await expect(page.getByText('step 2 of 6')).toBeVisible();
  const onward = page.getByRole('navigation', { name: 'Along the path' });
  await expect(onward.getByRole('link')).toHaveText([/^Before Line or plateau$/, /^Next on this path/]);
  await onward.getByRole('link', { name: 'Next on this path' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where it was allocated');
  await expect(page.getByText('step 3 of 6')).toBeVisible();
});

test('a lesson of which a path wants some stages leads over the others', async ({ page }) => {
  await page.goto('lessons/celery-war-story/?path=on-call');
  await expect(page.getByText('here: symptom and transfer')).toBeVisible();
  await expectNoViolations(page, 'article.prose > header, [data-rail]');
  await page.getByText('On this path, go on with').getByRole('link').click();
  await expect(page).toHaveURL(/\?path=on-call#transfer$/);
  await page.goto('lessons/celery-war-story/');
  await expect(page.getByText('go on with')).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Other lessons' })).toBeVisible();
});

test('a team’s path is opened by a file, leads through its lessons, and its link opens it elsewhere', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto('paths/');
  await page.getByLabel('Open a path').setInputFiles(yaml('week.yaml', words.file.example));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await expect(page.getByText('2 steps, 26 minutes')).toBeVisible();
  await expectNoViolations(page);
  await expectNoScrollSideways(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('link', { name: 'One client sees nothing' }).click();
  await expect(page.getByText('step 2 of 2')).toBeVisible();
  const end = page
    .locator('#observe + nav')
    .getByRole('link', { name: `That was the last step of ${TITLE}` });
  await end.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);

  const link = page.url();
  expect(link).toContain('paths/own/#path=');
  const elsewhere = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const there = await elsewhere.newPage();
  await there.goto(link);
  await expect(there.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await there.getByRole('link', { name: 'Go along it with a group' }).click();
  await expect(there.getByRole('heading', { level: 1 })).toHaveText(`${TITLE}, with a group`);
  await expect(there.getByText('Ask which of our caches has no limit.')).toBeVisible();
  await expect(there.getByText('One reader sends 1,600 requests.')).toBeVisible();

  await there.goto('paths/own/');
  await there
    .getByLabel('Open a path')
    .setInputFiles(yaml('next.yaml', words.file.example.replace(TITLE, 'Our second week')));
  await expect(there.getByRole('heading', { level: 1 })).toHaveText('Our second week');
  await there.getByRole('button', { name: `Go back to “${TITLE}”` }).click();
  await expect(there.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await there.getByRole('button', { name: 'Close it' }).click();
  await expect(there.getByText('No path is open in this browser.')).toBeVisible();
  await elsewhere.close();
});

test('a hostile path is text or refused, whether it comes as a file or in a link', async ({ page }) => {
  await page.goto('paths/');
  const open = (text: string) => page.getByLabel('Open a path').setInputFiles(yaml('evil.yaml', text));
  const said = page.getByRole('alert');
  await open('a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n');
  await expect(said).toContainText('“evil.yaml”, line 1: has an anchor or an alias');
  await open(`title: ${'['.repeat(60_000)}`);
  await expect(said).toContainText('“evil.yaml”');
  await open('#'.repeat(70_000));
  await expect(said).toContainText('“evil.yaml” is larger than any path is');
  await open(words.file.example.replace('line-or-plateau', '../../evil'));
  await expect(said).toContainText('“evil.yaml”, line 4, steps[0].lesson: there is no lesson "../../evil"');
  await expectNoViolations(page);

  await page.goto(`paths/own/${linkTo(HOSTILE)}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^<img src=x/);
  await expect(page).toHaveTitle(/^<img src=x/);
  await page.goto('about:blank');
  await page.goto(`paths/own/${linkTo(words.file.example).slice(0, -20)}`);
  await expect(page.getByRole('alert')).toHaveText(/^A part of the link is missing/);
});

test('the facilitator’s notes show answers, and print as a handout without them', async ({ page }) => {
  await page.goto('paths/what-production-shows/facilitate/');
  const first = page.getByRole('region', { name: 'Line or plateau' });
  await expect(first.getByText('Each ride leaves its receipt behind')).toBeVisible();
  await first.getByText('What you may hear instead').first().click();
  await expectNoViolations(page);
  await expectNoScrollSideways(page);
  await page.emulateMedia({ media: 'print' });
  await expect(first.getByText('Program 1, over 1,600 rides.')).toBeVisible();
  await expect(first.getByText('Each ride leaves its receipt behind')).toBeHidden();
  await expect(page.getByText('What does it grow with: time')).toBeVisible();
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(paper.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(5);
});
