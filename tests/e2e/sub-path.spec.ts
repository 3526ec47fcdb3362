import { Bench } from './bench.ts';
import { FIXTURE_LESSON } from './course.ts';
import { expect, test } from './fixture-site.ts';

test('under a sub-path every link, asset and file of the runtime is found below it', async ({
  page,
  baseURL,
}) => {
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(`${response.status()} ${response.url()}`);
  });
  await page.goto('./');
  await page.getByRole('link', { name: FIXTURE_LESSON.title }).first().click();
  await expect(page).toHaveURL(`${baseURL ?? ''}lessons/${FIXTURE_LESSON.slug}/`);
  expect(new URL(page.url()).pathname).toMatch(/^\/leaklab\//);
  const bench = new Bench(page);
  await bench.expectAfter('Run', /^Ran /);
  await bench.root.getByRole('region', { name: /Press Enter to edit/ }).press('Enter');
  await expect(page.locator('.monaco-editor .view-line').first()).toHaveCSS('position', 'absolute');
  expect(missing).toEqual([]);
});
