import { Bench, SETTLED } from './bench.ts';
import { FIXTURE_LESSON, sandboxText } from './course.ts';
import { expect, test } from './fixture-site.ts';

test('the full editor brings its styles along in the production build', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await bench.root.getByRole('region', { name: /Press Enter to edit/ }).press('Enter');
  const line = page.locator('.monaco-editor .view-line').first();
  await expect(line).toBeVisible();
  // Rules of Monaco's own style sheet: without it the lines stand in the flow and the editor has no frame.
  await expect(line).toHaveCSS('position', 'absolute');
  await expect(page.locator('.monaco-editor').first()).toHaveCSS('position', 'relative');
});

test('where the full editor does not load, the plain one takes its place', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await page.route(/monaco.*\.js/, (route) => route.abort());
  await bench.root.getByRole('region', { name: /Press Enter to edit/ }).press('Enter');
  await expect(bench.textbox).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('three panes, the plain editor, and the state of a run in the bar', async ({ page }) => {
    const bench = new Bench(page);
    await page.goto(`lessons/${FIXTURE_LESSON.slug}/`);
    const bar = page.getByRole('navigation', { name: 'Panes' });
    await bar.getByRole('button', { name: 'Code' }).tap();
    await bench.root.getByRole('region', { name: /Press Enter to edit/ }).tap();
    await expect(bench.textbox).toHaveValue(sandboxText(FIXTURE_LESSON, 'desk.py'));
    await bench.button('Run').tap();
    await bar.getByRole('button', { name: 'Read' }).tap();
    await expect(bar.getByRole('button', { name: /Results.*ran/ })).toBeVisible(SETTLED);
    await bar.getByRole('button', { name: /Results/ }).tap();
    await expect(bench.root.getByRole('heading', { name: /^Ran / })).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
