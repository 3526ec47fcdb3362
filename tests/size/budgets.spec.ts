import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { COURSE } from '../../tools/build/setup.ts';
import { ROOT } from '../../tools/build/stage.ts';
import { found } from '../component/states/explanations.ts';
import { judged } from '../component/states/judgements.ts';
import { growing } from '../component/states/outcomes.ts';
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

/** Their steps, and what lets a file be chosen; what reads and shows a path of one’s own waits for one. */
for (const path of ['paths/', 'paths/on-call/', 'paths/on-call/facilitate/', 'paths/own/']) {
  test(`${path} has under 5 KB of JavaScript before a path is opened`, async ({ page }) => {
    const { bytes, files } = await scriptBytes(page, path);
    expect(bytes, files.join(', ')).toBeLessThan(5 * 1024);
  });
}

for (const { slug } of LESSONS) {
  test(`${slug} loads at most 25 KB of compressed JavaScript before any click`, async ({ page }) => {
    const { bytes, files } = await scriptBytes(page, `lessons/${slug}/`);
    expect(bytes, files.join(', ')).toBeLessThanOrEqual(LESSON_BUDGET);
    expect(bytes).toBeGreaterThan(0);
  });
}

/** What a report is drawn with: compressed scripts and styles, beyond those of its page. */
const LENSES_BUDGET = 36 * 1024;

test('the lenses come with the first report, within their budget, and the graph’s layout does not', async ({
  page,
}) => {
  await page.goto('report/', { waitUntil: 'networkidle' });
  const files: Promise<{ name: string; bytes: number }>[] = [];
  page.on('response', (response) => {
    const sized = async () => ({
      name: new URL(response.url()).pathname,
      bytes: gzipSync(await response.body(), { level: 9 }).length,
    });
    if (['script', 'stylesheet'].includes(response.request().resourceType())) files.push(sized());
  });
  const open = async () => {
    await page.getByLabel('Open a report').setInputFiles({
      name: 'report.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(judged(growing, { explanation: found }))),
    });
    await expect(page.getByRole('region', { name: 'Who holds it' })).toBeVisible();
  };
  await open();
  const loaded = await Promise.all(files);
  const told = loaded.map(({ name, bytes }) => `${name} ${bytes}`).join(', ');
  expect(
    loaded.reduce((sum, { bytes }) => sum + bytes, 0),
    told,
  ).toBeLessThanOrEqual(LENSES_BUDGET);
  expect(
    loaded.some(({ name }) => name.includes('/ReportView.')),
    told,
  ).toBe(true);
  expect(told).not.toMatch(/layout-worker|Graph\./);
});

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
  { what: 'Ruff’s worker', file: /^worker-.*\.js$/, folder: '_astro', most: 5 },
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
