import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { brokenLesson, finishedLesson } from '../unit/own/lessons.ts';
import { expectNoViolations } from './axe.ts';
import { Bench } from './bench.ts';
import { expect, test } from './fixture-site.ts';

test.use({ visitor: 'returning' });

const PAGE = 'sandboxes/own/';
const zipOf = (files: Readonly<Record<string, string>>) => ({
  name: 'desk.zip',
  mimeType: 'application/zip',
  buffer: Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [`desk/${path}`, strToU8(text)]))),
  ),
});

test('a zip of a new sandbox opens as a lesson: it grows, a fix that is typed passes its check, and it is kept', async ({
  page,
}) => {
  const lesson = await finishedLesson();
  const bench = new Bench(page);
  await page.goto(PAGE);
  const zip = bench.root.getByLabel('A zip or Python files', { exact: true });
  const broken = brokenLesson(lesson, { fields: { 'contract.cap': 0 } });
  await bench.edit('program.py');
  await zip.setInputFiles(zipOf(broken));
  await expect(bench.root.getByRole('alert')).toContainText(
    'Not opened. sandbox.json: contract.cap: must be at least 3200.',
  );
  await expect(bench.tab('program.py')).toBeVisible();

  await zip.setInputFiles(zipOf(lesson));
  await expect(bench.root.getByText(/^The lesson .* is opened\. Nothing of it has run\.$/)).toBeVisible();
  await expect(bench.root.getByText(/^Yours to change: service\.py, diagnose\.py\./)).toBeVisible();
  await expect(bench.root.getByText(/^What a fix must keep, a sentence each/)).toBeVisible();
  await expect(bench.tab('diagnosis.py')).toHaveCount(0);
  await expectNoViolations(page);
  await bench.tab('check.py').click();
  await expect(bench.root.getByRole('textbox', { name: 'check.py, read-only' })).not.toBeEditable();
  await bench.expectAfter('Check', /^Growing: .* per ticket\./);

  const fix = lesson['fixes/first-fix/service.py'] ?? '';
  await bench.type('service.py', fix.replace('maxlen=SHOWN', 'maxlen=5'));
  await bench.expectAfter('Check', /^Broken: The desk must show the last 20 tickets/);
  await bench.type('service.py', fix);
  await bench.expectAfter('Check', /^Bounded: /);
  await page.reload();
  await expect(bench.root.getByText(/^Yours to change: service\.py, diagnose\.py\./)).toHaveCount(1);
  await expect(await bench.edit('service.py')).toHaveValue(fix);
});

test.describe('by touch on a narrow screen', () => {
  test.use({ visitor: 'new', hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a folder of a sandbox opens as a lesson, without its answers', async ({ page }) => {
    const lesson = await finishedLesson();
    const folder = mkdtempSync(join(tmpdir(), 'own-lesson-'));
    for (const [path, text] of Object.entries(lesson)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const bench = new Bench(page);
    await page.goto(PAGE);
    await bench.edit('program.py');
    await bench.root.getByLabel('A folder', { exact: true }).setInputFiles(folder);
    await expect(bench.tab('service.py')).toBeVisible();
    await expect(bench.tab('workload.py')).toBeVisible();
    await page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: 'Results' }).tap();
    await expect(bench.root.getByText(/^Yours to change: service\.py, diagnose\.py\./)).toBeVisible();
    await expectNoViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain(
      'maxlen=SHOWN',
    );
    rmSync(folder, { recursive: true });
  });
});
