import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { ROOT } from '../../tools/build/stage.ts';
import { expectNoViolations } from './axe.ts';
import { Bench } from './bench.ts';
import { FIXTURE_LESSON } from './course.ts';
import { expect, test } from './fixture-site.ts';

test.use({ visitor: 'returning' });

const PAGE = 'sandboxes/own/';
const GROWS = 'KEPT = []\n\n\ndef run(i):\n    KEPT.append({"id": i})\n';
const RESTS =
  'from collections import deque\n\nKEPT = deque(maxlen=50)\n\n\ndef run(i):\n    KEPT.append({"id": i})\n';
const FOLDER = join(ROOT, 'tests', 'fixture', 'sandboxes', FIXTURE_LESSON.sandboxId);

const settingsOf = (bench: Bench) =>
  bench.root.getByRole('group', { name: 'Controls' }).getByRole('button', { name: 'Settings' });
const panelOf = (bench: Bench) => bench.root.getByRole('region', { name: 'Settings and files' });

test('a program of one’s own is written, judged, mended and judged again, by the keyboard', async ({
  page,
}) => {
  const bench = new Bench(page);
  await page.goto('sandboxes/');
  await page.getByRole('link', { name: 'Your own program' }).click();
  await bench.type('program.py', 'def rum(i):\n    pass\n');
  await bench.expectAfter('Run', /^program\.py has no function run\(i\)\. Rename rum, in line 1/);
  await bench.type('program.py', GROWS);

  await settingsOf(bench).press('Enter');
  const panel = panelOf(bench);
  await panel.getByLabel('Cap').fill('3,200');
  await panel.getByLabel('One unit is a').fill('job');
  await panel.getByLabel('New file').fill('check');
  await panel.getByLabel('New file').press('Enter');
  await bench.type(
    'check.py',
    'import program\n\n\ndef after():\n    assert program.KEPT, "The last jobs must be kept."\n',
  );
  await bench.expectAfter('Check', /^Growing: .* per job\./);
  await expectNoViolations(page);

  await bench.type('program.py', RESTS);
  await bench.expectAfter('Check', /^Bounded: /);
  await page.reload();
  await expect(bench.tab('check.py')).toBeVisible();
  await expect(await bench.edit('program.py')).toHaveValue(RESTS);
});

test('two tabs show each other what is set, and a run of an earlier visit comes back with its settings', async ({
  page,
  context,
}) => {
  const [first, second] = [new Bench(page), new Bench(await context.newPage())];
  for (const bench of [first, second]) {
    await bench.page.goto(PAGE);
    await bench.edit('program.py');
    await settingsOf(bench).click();
  }
  await panelOf(first).getByLabel('One unit is a').fill('job');
  await panelOf(first).getByLabel('Budget').fill('64 KiB');
  await expect(panelOf(second).getByLabel('One unit is a')).toHaveValue('job');
  await expect(panelOf(second).getByLabel('Budget')).toHaveValue('64 KiB');
  await panelOf(second).getByLabel('New file').fill('helpers');
  await panelOf(second).getByLabel('New file').press('Enter');
  await expect(first.tab('helpers.py')).toBeVisible();

  await first.type('program.py', RESTS);
  await first.expectAfter('Run', /^Ran 1,600 jobs/);
  await settingsOf(first).click();
  await panelOf(first).getByLabel('One unit is a').fill('call');
  await page.reload();
  await first.tab('helpers.py').click();
  await first.root.getByRole('button', { name: 'Compare the code of run 1' }).click();
  const comparison = first.root.getByRole('region', { name: 'Run 1', exact: true });
  await expect(comparison.getByRole('cell', { name: '− "unit": "job",' })).toBeVisible();
  await comparison.getByRole('button', { name: 'Go back to the code of run 1' }).click();
  await expect(first.root.getByText('The code and the settings of the run are back.')).toBeVisible();
  await expectNoViolations(page);
  await settingsOf(first).click();
  await expect(panelOf(first).getByLabel('One unit is a')).toHaveValue('job');
});

test('a program travels in a link to somebody else, who opens it beside what they have', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const bench = new Bench(page);
  await page.goto(PAGE);
  await bench.type('program.py', `${GROWS}\nprint('from afar <b>')\n`);
  await bench.root.getByRole('button', { name: 'Copy a link' }).click();
  await expect(bench.root.getByText(/^The link is copied\. It has \d+ characters\.$/)).toBeVisible();
  await expectNoViolations(page);
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const theirs = new Bench(await other.newPage());
  await theirs.page.goto(PAGE);
  await theirs.type('program.py', RESTS);
  await theirs.page.goto(link);
  const offer = theirs.root.getByRole('alert');
  await expect(offer).toContainText('“Your own program”: program.py, diagnose.py');
  await expect(theirs.textbox).toHaveValue(RESTS);
  await expectNoViolations(theirs.page);
  await offer.getByRole('button', { name: 'Open it' }).click();
  await expect(theirs.textbox).toHaveValue(/from afar/);
  await expect(theirs.output).toHaveCount(0);
  await theirs.root.getByRole('button', { name: 'Undo' }).click();
  await expect(theirs.textbox).toHaveValue(RESTS);
  await other.close();
});

test('a sandbox goes out as a zip and comes in again, with its check; a folder and single files come in too', async ({
  page,
}) => {
  const bench = new Bench(page);
  await page.goto(`sandboxes/${FIXTURE_LESSON.sandboxId}/`);
  const coming = page.waitForEvent('download');
  await bench.root.getByRole('button', { name: 'Take it home' }).click();
  const zip = await readFile(await (await coming).path());

  const pick = async (name: string, files: Parameters<Locator['setInputFiles']>[0]) => {
    if (!(await panelOf(bench).isVisible())) await settingsOf(bench).click();
    await panelOf(bench).getByLabel(name, { exact: true }).setInputFiles(files);
  };
  await page.goto(PAGE);
  await pick('A zip or Python files', { name: 'taken-home.zip', mimeType: 'application/zip', buffer: zip });
  await expect(bench.root.getByText(/is opened\. Nothing of it has run\.$/)).toBeVisible();
  await expect(bench.root.getByText(FIXTURE_LESSON.sandbox.contract.behaviour[0] ?? '')).toBeVisible();
  const decoy = await readFile(join(FOLDER, 'decoys', 'keep-none', 'ledger.py'), 'utf8');
  await bench.type('ledger.py', decoy);
  await bench.expectAfter('Check', /^Broken: The desk must show the last five titles/);
  await bench.root.getByRole('button', { name: 'Undo' }).first().click();
  await expect(bench.tab('program.py')).toBeVisible();

  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'helpers.py'));
    return transfer;
  }, 'A = 1\n');
  await bench.root.dispatchEvent('dragover', { dataTransfer: dropped });
  await bench.root.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(bench.root.getByText('helpers.py is put in place. Nothing has run.')).toBeVisible();
  await pick('A zip or Python files', { name: 'x.zip', mimeType: '', buffer: Buffer.from('no zip') });
  await expect(bench.root.getByRole('alert')).toContainText('Not opened. This is no zip.');
  await expect(bench.tab('helpers.py')).toBeVisible();

  await pick('A folder', FOLDER);
  await expect(bench.tab('ledger.py')).toBeVisible();
  await expect(bench.tab('workload.py')).toBeVisible();
});

/** Which of the snapshots that are kept are of FastAPI; once they are marked, of those that are. */
function snapshots(page: Page, which: 'mark' | 'marked'): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const cache = await caches.open('leaklab-snapshots');
    const found: string[] = [];
    for (const key of await cache.keys()) {
      const kept = await cache.match(key);
      if (!kept || !decodeURIComponent(key.url).includes('fastapi')) continue;
      if (wanted === 'marked' && !kept.headers.has('x-mark')) continue;
      found.push('fastapi');
      const headers = new Headers(kept.headers);
      headers.set('x-mark', 'here');
      if (wanted === 'mark') await cache.put(key, new Response(await kept.arrayBuffer(), { headers }));
    }
    return found;
  }, which);
}

test('a program with FastAPI, whose models are an extension module, runs at the first start and from the snapshot of it', async ({
  page,
}) => {
  const bench = new Bench(page);
  await page.goto(PAGE);
  await bench.type('program.py', await readFile(join(ROOT, 'tests', 'e2e', 'programs', 'orders.py'), 'utf8'));
  await bench.expectAfter('Run', /^`fastapi` is not installed here/);
  await bench.root.getByRole('button', { name: /^Choose fastapi/ }).click();
  await bench.expectAfter('Run', /^Ran 1,600 /);
  // A snapshot that does not load is thrown away, and its mark with it.
  await expect.poll(() => snapshots(page, 'mark')).toEqual(['fastapi']);
  await page.reload();
  await bench.expectAfter('Diagnose', /^Your diagnosis ran\./);
  expect(await snapshots(page, 'marked')).toEqual(['fastapi']);
});

test.describe('by touch on a narrow screen', () => {
  test.use({ visitor: 'new', hasTouch: true, viewport: { width: 390, height: 844 } });

  test('settings and files are reached, and what is set is shown beside the results', async ({ page }) => {
    const bench = new Bench(page);
    await page.goto(PAGE);
    await settingsOf(bench).tap();
    const panel = panelOf(bench);
    await panel.getByLabel('Budget').fill('64 KiB');
    await expectNoViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: 'Results' }).tap();
    await expect(bench.root.getByRole('definition').filter({ hasText: '66 kB' })).toBeVisible();
  });
});
