import AxeBuilder from '@axe-core/playwright';
import { Bench } from './bench.ts';
import { LESSONS } from './course.ts';
import { expect, test } from './site.ts';

const PAGES = ['/', '/lessons/', '/no-such-page/', ...LESSONS.map(({ slug }) => `/lessons/${slug}/`)];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    for (const path of PAGES) {
      for (const width of [1440, 390]) {
        test(`${path} at ${width} pixels has no violation that axe can find`, async ({ page }) => {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(path);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
        });
      }
    }

    test('a lesson with editor, verdict and comparison open has no violation that axe can find', async ({
      page,
    }) => {
      const bench = new Bench(page);
      await bench.open('asyncio-task-set');
      await bench.root.getByRole('region', { name: /Press Enter to edit/ }).press('Enter');
      await expect(bench.root.getByRole('button', { name: 'Plain editor' })).toBeVisible();
      await bench.expectAfter('Check', /^Growing: /);
      const inEditor = await new AxeBuilder({ page }).analyze();
      expect(inEditor.violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
      await bench.press('Compare');
      await expect(bench.root.getByRole('heading', { name: /Compare|Fixes/ }).first()).toBeVisible();
      const comparing = await new AxeBuilder({ page }).analyze();
      expect(comparing.violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual(
        [],
      );
    });
  });
}

test('every link of the site leads to a page that is there', async ({ page, baseURL, request }) => {
  const seen = new Set<string>();
  const waiting = ['/'];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    if (!(response.headers()['content-type'] ?? '').includes('text/html')) continue;
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    const hrefs = await page
      .locator('a[href]')
      .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
    for (const href of hrefs) {
      const url = new URL(href);
      if (url.origin === baseURL) waiting.push(url.pathname);
    }
  }
  for (const { slug } of LESSONS) expect([...seen]).toContain(`/lessons/${slug}/`);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const { slug, title, sandbox } of LESSONS) {
    test(`${slug} can be read, its code too`, async ({ page }) => {
      await page.goto(`/lessons/${slug}/`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      for (const stage of ['symptom', 'observe', 'diagnose', 'fix', 'prove', 'compare', 'transfer']) {
        await expect(page.locator(`#${stage}`)).toBeVisible();
      }
      await expect(page.getByRole('region', { name: 'Workbench' })).toContainText('import');
      await expect(page.getByText(sandbox.fixes[0]?.title ?? '').first()).toBeVisible();
    });
  }

  test('a prediction answers without a script', async ({ page }) => {
    await page.goto(`/lessons/${LESSONS[0]?.slug ?? ''}/`);
    const option = page.locator('#observe details').first();
    await option.locator('summary').click();
    await expect(option).toHaveAttribute('open');
  });
});

test('a page that is not there says so and leads on', async ({ page }) => {
  const response = await page.goto('/no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('link', { name: /lessons/i }).first()).toBeVisible();
});
