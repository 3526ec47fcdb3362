import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { LESSONS } from '../e2e/course.ts';
import { expect, test } from '../e2e/site.ts';

const LESSON_BUDGET = 25 * 1024;

/** Bytes of JavaScript, compressed, that a page loads by itself: its files, and what stands in it. */
async function scriptBytes(page: Page, path: string): Promise<{ bytes: number; files: string[] }> {
  const files: { url: string; bytes: number }[] = [];
  const bodies: Promise<void>[] = [];
  page.on('response', (response) => {
    const url = new URL(response.url());
    // The interpreter's own files are counted with the runtime, not with the page.
    if (url.pathname.includes('/runtime/') || response.request().resourceType() !== 'script') return;
    bodies.push(
      response.body().then((body) => {
        files.push({ url: url.pathname, bytes: gzipSync(body, { level: 9 }).length });
      }),
    );
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await Promise.all(bodies);
  const inline = await page.locator('script:not([src]):not([type="application/json"])').allTextContents();
  for (const [index, text] of inline.entries()) {
    files.push({ url: `inline script ${index + 1}`, bytes: gzipSync(text, { level: 9 }).length });
  }
  return {
    bytes: files.reduce((total, file) => total + file.bytes, 0),
    files: files.map(({ url, bytes }) => `${url} ${bytes}`),
  };
}

for (const path of ['/', '/404.html']) {
  test(`${path} has no JavaScript`, async ({ page }) => {
    expect((await scriptBytes(page, path)).files).toEqual([]);
  });
}

test('the list of lessons loads no script; what stands in it, to show progress, is under 1 KB', async ({
  page,
}) => {
  const { bytes, files } = await scriptBytes(page, '/lessons/');
  expect(files.filter((file) => !file.startsWith('inline'))).toEqual([]);
  expect(bytes).toBeLessThan(1024);
});

for (const { slug } of LESSONS) {
  test(`${slug} loads at most 25 KB of compressed JavaScript before any click`, async ({ page }) => {
    const { bytes, files } = await scriptBytes(page, `/lessons/${slug}/`);
    expect(bytes, files.join(', ')).toBeLessThanOrEqual(LESSON_BUDGET);
    expect(bytes).toBeGreaterThan(0);
  });
}
