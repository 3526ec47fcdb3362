import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { ROOT } from '../../tools/build/stage.ts';
import { found } from '../component/states/explanations.ts';
import { judged } from '../component/states/judgements.ts';
import { growing } from '../component/states/outcomes.ts';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './fixture-site.ts';
import { expectNoScrollSideways } from './narrow.ts';

const JUDGEMENT = judged(growing, { explanation: found });

/** The judgement as it is saved, and as a page that Python makes of it. */
async function saved(folder: (name: string) => string): Promise<{ json: string; html: string }> {
  const json = JSON.stringify(JUDGEMENT);
  const html = folder('report.html');
  await mkdir(folder('.'), { recursive: true });
  await writeFile(folder('report.json'), json);
  const command = ['-m', 'leaklab', 'report', folder('report.json'), '--html', html];
  const env = { ...process.env, PYTHONPATH: join(ROOT, 'src') };
  await promisify(execFile)(process.env.PYTHON ?? 'python3', command, { env });
  return { json, html };
}

async function expectReport(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(growing.headline);
  await expect(page.getByRole('img', { name: /^Memory of the program over .*growing/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Where it was allocated' })).toContainText('app.py:3');
  await expect(page.getByRole('region', { name: 'Who holds it' })).toBeVisible();
  await expectNoViolations(page);
}

test('a report is dropped on its page and drawn; what is none is refused; as a file it draws itself, offline', async ({
  page,
  browser,
}, info) => {
  const { json, html } = await saved((name) => info.outputPath(name));
  await page.goto('report/');
  await expectNoViolations(page);
  await page.getByLabel('Open a report').setInputFiles({
    name: 'told.json',
    mimeType: 'application/json',
    buffer: Buffer.from('Growing: 264 B per call.'),
  });
  await expect(page.getByRole('alert')).toContainText('“told.json” is not JSON.');

  const asked: string[] = [];
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'report.json'));
    return transfer;
  }, json);
  page.on('request', (request) => asked.push(request.url()));
  await page.locator('body').dispatchEvent('dragover', { dataTransfer: dropped });
  await page.locator('body').dispatchEvent('drop', { dataTransfer: dropped });
  await expectReport(page);
  expect(asked).toEqual([]);
  await expectNoScrollSideways(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('article', { name: 'Report' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Where it was allocated' })).toBeVisible();
  for (const forScreens of [
    page.getByRole('heading', { level: 1 }),
    page.getByRole('link', { name: 'Glossary' }),
  ])
    for (const one of await forScreens.all()) await expect(one).toBeHidden();

  const offline = await browser.newContext({ offline: true, colorScheme: 'dark' });
  const file = await offline.newPage();
  file.on('request', (request) => asked.push(request.url()));
  file.on('pageerror', (error) => asked.push(error.message));
  file.on('console', (message) => asked.push(message.text()));
  const address = pathToFileURL(html).href;
  await file.goto(address);
  await expectReport(file);
  expect(asked).toEqual([address]);
  await offline.close();
});
