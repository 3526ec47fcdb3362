import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { LESSONS, first } from './course.ts';
import { expectNoScrollSideways } from './narrow.ts';
import { expect, test } from './site.ts';

const PATHS = [
  './',
  'lessons/',
  'sandboxes/',
  'linter/',
  'report/',
  'symptoms/',
  'glossary/',
  'search/',
  'no-such-page/',
];

for (const path of PATHS) {
  test(`${path} has no violation that axe can find, and fits a telephone and a zoom of 200 %`, async ({
    page,
  }) => {
    await page.goto(path);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoViolations(page);
    }
    await expectNoScrollSideways(page);
  });
}

/** Where the links of a page lead, and the anchors in it, read without loading what the page would load. */
function linksIn(page: Page, html: string, address: string): Promise<{ links: string[]; ids: string[] }> {
  return page.evaluate(
    ([text, base]) => {
      const parsed = new DOMParser().parseFromString(text, 'text/html');
      const links = [...parsed.querySelectorAll('a[href]')];
      return {
        links: links.map((link) => new URL(link.getAttribute('href') ?? '', base).href),
        ids: [...parsed.querySelectorAll('[id]')].map(({ id }) => id),
      };
    },
    [html, address] as const,
  );
}

test('every link of the site leads to a page that is there, and to an anchor in it', async ({
  page,
  site,
  request,
}) => {
  const seen = new Set<string>();
  const anchors = new Set<string>();
  const wanted = new Set<string>();
  const waiting = [site];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (seen.has(address)) continue;
    seen.add(address);
    const response = await request.get(address);
    expect(response.status(), address).toBe(200);
    if (!(response.headers()['content-type'] ?? '').includes('text/html')) continue;
    const { links, ids } = await linksIn(page, await response.text(), address);
    for (const id of ids) anchors.add(`${address}#${id}`);
    for (const link of links) if (link.startsWith(site) && link.includes('#')) wanted.add(link);
    waiting.push(...links.map((link) => link.replace(/#.*$/, '')).filter((link) => link.startsWith(site)));
  }
  expect([...wanted].filter((link) => !anchors.has(link))).toEqual([]);
  for (const { slug, sandboxId } of LESSONS)
    expect([...seen]).toEqual(
      expect.arrayContaining([`${site}lessons/${slug}/`, `${site}sandboxes/${sandboxId}/`]),
    );
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const { slug, title, sandbox } of LESSONS) {
    test(`${slug} can be read, its code too`, async ({ page }) => {
      await page.goto(`lessons/${slug}/`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      for (const stage of ['symptom', 'observe', 'diagnose', 'fix', 'prove', 'compare', 'transfer']) {
        await expect(page.locator(`#${stage}`)).toBeVisible();
      }
      await expect(page.getByRole('region', { name: 'Workbench' })).toContainText('import');
      await expect(page.getByText(first(sandbox.fixes).title).first()).toBeVisible();
    });
  }

  test('a prediction answers without a script', async ({ page }) => {
    await page.goto(`lessons/${first(LESSONS).slug}/`);
    const prediction = page.locator('#observe').getByRole('group').first();
    const answer = prediction.getByText(/^(Yes|Not this one)\.$/).first();
    await expect(answer).toBeHidden();
    await prediction.getByRole('radio').first().check();
    await expect(answer).toBeVisible();
  });
});

test('sandboxes by pattern say whether they grow only to who asks', async ({ page }) => {
  await page.goto('sandboxes/');
  const answers = page.getByRole('group').filter({ hasText: 'Tell me which of them grow' });
  await expect(answers.getByRole('heading', { name: 'Bounded', exact: true })).toBeHidden();
  await answers.getByText('Tell me which of them grow').click();
  await expect(answers.getByRole('heading')).toHaveText(['Grows', 'Bounded', 'Bounded, and too large']);
  await expectNoViolations(page);

  await answers.getByRole('link', { name: 'The nearest depot' }).click();
  const note = page.getByRole('region', { name: 'What to look at' });
  await expect(note.getByText(/^It is bounded/)).toBeHidden();
  await note.getByText('Does it grow, and why?').click();
  await expect(note.getByText(/^It is bounded/)).toBeVisible();
  await expectNoViolations(page);
});

test('a page that is not there says so and leads on', async ({ page }) => {
  const response = await page.goto('no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('link', { name: /lessons/i }).first()).toBeVisible();
});

test.describe('a lesson’s page', () => {
  test('leads a keyboard past the prose, and is shared out as it was left', async ({ page }) => {
    await page.goto(`lessons/${first(LESSONS).slug}/`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the workbench' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const separator = page.getByRole('separator', { name: 'Width of the text' });
    await expect(separator).toBeFocused();
    const prose = page.getByRole('article').first();
    const before = (await prose.boundingBox())?.width ?? 0;
    await expect(page.getByRole('group', { name: 'Controls' }).getByText('Python is')).toBeVisible();
    await page.keyboard.press('Home');
    await expect(separator).toHaveAttribute('aria-valuenow', '25');
    await expect.poll(async () => (await prose.boundingBox())?.width).toBeLessThan(before);
    const narrow = (await prose.boundingBox())?.width;

    await page.reload();
    expect((await prose.boundingBox())?.width).toBe(narrow);
    await page.getByRole('button', { name: 'Workbench on the whole page' }).click();
    await expect(prose).toBeHidden();
    await expectNoViolations(page, '[data-workbench]');
  });
});
