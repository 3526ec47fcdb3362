import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { COURSE } from '../../tools/build/setup.ts';
import { ROOT } from '../../tools/build/stage.ts';
import { LESSONS } from '../e2e/course.ts';
import { expect, test } from '../e2e/site.ts';

const LESSON_BUDGET = 25 * 1024;
const REPORT_BUDGET = 28 * 1024;
/** What is loaded when it is asked for, by the name of its file: compressed bytes. */
const LAZY_BUDGETS: readonly (readonly [RegExp, number])[] = [
  [/^layout-worker-.*\.js$/, 560 * 1024],
  [/^Graph\..*\.js$/, 2 * 1024],
];

/** Bytes of JavaScript, compressed, that a page loads by itself: its files, and what stands in it. */
async function scriptBytes(page: Page, path: string): Promise<{ bytes: number; files: string[] }> {
  const files: { url: string; bytes: number }[] = [];
  const bodies: Promise<void>[] = [];
  page.on('response', (response) => {
    const url = new URL(response.url());
    if (response.request().resourceType() !== 'script') return;
    bodies.push(
      response.body().then((body) => {
        files.push({ url: url.pathname, bytes: gzipSync(body, { level: 9 }).length });
      }),
    );
  });
  // The interpreter's own files are counted with the runtime, not with the page.
  await page.route('**/runtime/**', (route) => route.abort());
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

for (const path of ['./', '404.html', 'lessons/', 'symptoms/', 'glossary/']) {
  test(`${path} has under 2.5 KB of JavaScript: what opens the search, and shows progress`, async ({
    page,
  }) => {
    const { bytes, files } = await scriptBytes(page, path);
    expect(bytes, files.join(', ')).toBeLessThan(2560);
  });
}

for (const { slug } of LESSONS) {
  test(`${slug} loads at most 25 KB of compressed JavaScript before any click`, async ({ page }) => {
    const { bytes, files } = await scriptBytes(page, `lessons/${slug}/`);
    expect(bytes, files.join(', ')).toBeLessThanOrEqual(LESSON_BUDGET);
    expect(bytes).toBeGreaterThan(0);
  });
}

test('the page of a report has at most 28 KB before a file is chosen: the lenses wait for it', async ({
  page,
}) => {
  const { bytes, files } = await scriptBytes(page, 'report/');
  expect(bytes, files.join(', ')).toBeLessThanOrEqual(REPORT_BUDGET);
  expect(files.filter((file) => /\/(ReportView|Graph)\./.test(file))).toEqual([]);
});

/** What the editor brings with it, each only when it is wanted. Compressed, as good servers send it. */
const CHUNKS: readonly { what: string; file: RegExp; folder: string; most: number }[] = [
  { what: 'the full editor, completion list and all', file: /^monaco\..*\.js$/, folder: '_astro', most: 890 },
  { what: 'its styles', file: /^monaco\..*\.css$/, folder: '_astro', most: 25 },
  { what: 'its icons', file: /^codicon\..*\.ttf$/, folder: '_astro', most: 90 },
  { what: 'Ruff’s worker', file: /^worker-.*\.js$/, folder: '_astro', most: 6 },
  { what: 'Ruff', file: /^ruff_wasm_bg-.*\.wasm$/, folder: '_astro', most: 3900 },
  { what: 'jedi', file: /^language-.*\.zip$/, folder: 'runtime', most: 1100 },
];

for (const { what, file, folder, most } of CHUNKS) {
  test(`${what}: one file of at most ${most} KB`, async () => {
    const path = join(ROOT, COURSE.outDir, folder);
    const names = (await readdir(path)).filter((name) => file.test(name));
    expect(names).toHaveLength(1);
    const sizes = await Promise.all(
      names.map(async (name) => gzipSync(await readFile(join(path, name)), { level: 9 }).length),
    );
    expect(sizes[0]).toBeLessThanOrEqual(most * 1024);
    expect(sizes[0]).toBeGreaterThan(most * 0.7 * 1024);
  });
}
test('what is loaded when it is asked for keeps to its budget', async ({ build }) => {
  const folder = join(ROOT, build.outDir, '_astro');
  const names = await readdir(folder);
  for (const [pattern, budget] of LAZY_BUDGETS) {
    const files = names.filter((each) => pattern.test(each));
    expect(files, String(pattern)).not.toEqual([]);
    for (const name of files)
      expect(gzipSync(await readFile(join(folder, name))).length, name).toBeLessThanOrEqual(budget);
  }
});
