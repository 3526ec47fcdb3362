import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { LESSONS, first } from './course.ts';
import { expectNoScrollSideways } from './narrow.ts';
import { expect, test } from './site.ts';

const PATHS = [
  './',
  'lessons/',
  'paths/',
  'paths/on-call/',
  'paths/own/',
  'sandboxes/',
  'linter/',
  'report/',
  'symptoms/',
  'cheat-sheet/',
  'glossary/',
  'search/',
  'offline/',
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
      await expect(page.getByText(first([...sandbox.fixes, ...sandbox.decoys]).title).first()).toBeVisible();
    });
  }

  test('the page of an own program says what can be done there', async ({ page }) => {
    await page.goto('sandboxes/own/');
    await expect(page.getByText(/^Write one call of your program’s work in run\(i\)\./)).toBeVisible();
  });

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

test('the cheat sheet shows its code whole, and on paper all questions with their rows, on one sheet', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('cheat-sheet/');
  for (const code of await page.locator('pre').all())
    expect(
      await code.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
      await code.innerText(),
    ).toBe(0);
  await page.setViewportSize({ width: 718, height: 1040 });
  await page.emulateMedia({ media: 'print' });
  for (const section of await page.locator('main section').all()) {
    const column = (part: 'h2' | 'article') => section.locator(part).first().boundingBox();
    const [question, row] = [await column('h2'), await column('article')];
    expect(row?.x, await section.locator('h2').innerText()).toBe(question?.x);
  }
  const paper = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1);
});

test('a lesson leads to the one before and the one after it', async ({ page }) => {
  const [before, lesson, after] = LESSONS;
  if (!before || !lesson || !after) throw new Error('there are three lessons');
  await page.goto(`lessons/${lesson.slug}/`);
  const others = page.getByRole('navigation', { name: 'Other lessons' });
  await expect(others.getByRole('link')).toHaveText([new RegExp(before.title), new RegExp(after.title)]);
  await others.getByRole('link', { name: after.title }).click();
  await expect(page.getByRole('heading', { level: 1, name: after.title })).toBeVisible();
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
