import type { Locator } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { FIXTURE_LESSON, sandboxText } from './course.ts';
import { expect, test } from './fixture-site.ts';
import { expectNoScrollSideways } from './narrow.ts';

const LESSON = `lessons/${FIXTURE_LESSON.slug}/`;

test('a word explains itself where it stands, by keyboard alone', async ({ page }) => {
  await page.goto(LESSON);
  const word = page.getByRole('button', { name: 'detection limit' });
  await word.focus();
  await page.keyboard.press('Enter');
  const meaning = page.getByRole('note', { name: 'detection limit' });
  await expect(meaning).toContainText('The smallest growth that a measurement could have seen.');
  await expect(meaning).toBeInViewport({ ratio: 1 });
  await expectNoViolations(page);
  await page.keyboard.press('Tab');
  await expect(meaning.getByRole('link', { name: 'More in the glossary: detection limit' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
  await expect(word).toBeFocused();
});

test('the search opens by its key, loads nothing before, and finds words and lessons', async ({
  page,
  baseURL,
}) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto('./', { waitUntil: 'networkidle' });
  expect(loaded.filter((path) => /pagefind|dialog/i.test(path))).toEqual([]);

  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('detection');
  await expect(dialog.getByRole('link', { name: `Lesson ${FIXTURE_LESSON.title}` }).first()).toBeVisible();
  await expectNoViolations(page, 'dialog');
  await dialog.getByRole('link', { name: 'Word detection limit' }).click();
  await expect(page).toHaveURL(`${baseURL ?? ''}glossary/#detection-limit`);
  await expect(page.getByRole('article', { name: 'detection limit' })).toBeInViewport();

  await page.goto('search/?q=xyzzy');
  await expect(page.getByRole('status')).toHaveText('Nothing found for “xyzzy”.');
});

test('a search without its index says so, and works once the index is there', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('search/?q=leak');
  await expect(page.getByRole('status')).toContainText('Are you offline?');
  await page.unroute('**/pagefind/**');
  await page.getByRole('button', { name: 'Search again' }).click();
  await expect(page.getByRole('link', { name: 'Word leak' })).toBeVisible();
});

test('a stage has an address that can be opened and copied, and the start page leads back to it', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${LESSON}#prove`);
  await expect(page.getByRole('heading', { name: 'A verdict on the ledger' })).toBeInViewport();
  const copy = page.getByRole('button', { name: 'Copy link to “Keep what is shown”' });
  await copy.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  await expect(copy).toBeFocused();
  const address = `${baseURL ?? ''}${LESSON}#fix`;
  await expect(page).toHaveURL(address);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);

  await page.getByRole('button', { name: 'Copy this code' }).first().click();
  const listed = sandboxText(FIXTURE_LESSON, 'ledger.py').split('\n').slice(15, 26).join('\n');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(listed);

  const reached = JSON.stringify({ reached: ['symptom', 'observe', 'diagnose'] });
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
    `leaklab:1:${FIXTURE_LESSON.slug}`,
    reached,
  ] as const);
  await page.goto('./');
  const onward = page.getByRole('link', { name: `Continue “${FIXTURE_LESSON.title}”` });
  await expect(onward).toHaveAttribute('href', new URL(address).href);
});

test('a page that is shared has a picture of its own', async ({ page, request, baseURL }) => {
  const pictures = new Map<string, Buffer>();
  for (const path of ['./', LESSON, `sandboxes/${FIXTURE_LESSON.sandboxId}/`]) {
    await page.goto(path);
    await expect(page.locator('meta[name="twitter:card"]')).toHaveAttribute('content', 'summary_large_image');
    const address = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? '';
    const response = await request.get(new URL(address, baseURL).href);
    expect(response.headers()['content-type'], address).toBe('image/png');
    pictures.set(address, await response.body());
  }
  expect(pictures.size).toBe(3);
  for (const body of pictures.values())
    expect([body.readUInt32BE(16), body.readUInt32BE(20)], 'width and height').toEqual([1200, 630]);
});

test('a lesson fits a narrow window, and keeps its curves where colours are forced', async ({ page }) => {
  await page.goto(LESSON);
  await expectNoScrollSideways(page);
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
  const ink = await page.locator('body').evaluate((body) => getComputedStyle(body).color);
  const figure = page.getByRole('img', { name: /^Memory of .*growing/ }).first();
  const rise = figure.locator('stop');
  await expect(rise).toHaveCount(2);
  for (const stop of await rise.all()) await expect(stop).toHaveCSS('stop-color', ink);
});

test('where colours are forced, what is done and what is chosen can be told, and where the bench begins', async ({
  page,
}) => {
  const reached = { lessonVersion: 1, files: {}, setAside: {}, reached: ['symptom', 'observe'], opened: [] };
  await page.goto('./');
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
    `leaklab:1:${FIXTURE_LESSON.slug}`,
    JSON.stringify(reached),
  ] as const);
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.goto(LESSON);
  const ground = (shown: Locator, part?: string) =>
    shown.evaluate((element, pseudo) => getComputedStyle(element, pseudo).backgroundColor, part);
  const stage = (name: string) => page.locator(`[data-rail] [data-stage="${name}"]`);
  await expect(stage('observe')).toHaveAttribute('data-done', '');
  expect(await ground(stage('observe'), '::before')).not.toBe(await ground(stage('fix'), '::before'));
  const tab = (selected: boolean) => page.getByRole('tab', { selected }).first();
  expect(await ground(tab(true))).not.toBe(await ground(tab(false)));
  const separator = page.getByRole('separator', { name: 'Width of the text' });
  expect(await ground(separator)).not.toBe(await ground(page.locator('body')));
});

test('a lesson prints as prose, without what is for the screen', async ({ page }) => {
  await page.goto(LESSON);
  await page.getByRole('button', { name: 'detection limit' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('detection limit').first()).toBeVisible();
  for (const hidden of ['.meaning', '[data-search]', '[data-rail]', '[data-workbench]', '.copy'])
    await expect(page.locator(hidden).first()).toBeHidden();
});
