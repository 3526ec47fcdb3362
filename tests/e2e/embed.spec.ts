import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { FIXTURE } from '../../tools/build/setup.ts';
import { serveSite, type SiteServer } from '../../tools/build/site-server.ts';
import { ROOT } from '../../tools/build/stage.ts';
import { Bench } from './bench.ts';
import { FIXTURE_LESSON, fixFiles } from './course.ts';

let site: SiteServer;
let wiki: Server;
let origin: string;

test.beforeAll(async () => {
  site = await serveSite({ folder: join(ROOT, FIXTURE.outDir), base: FIXTURE.base, port: 0 });
  wiki = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://wiki');
    const source = `${site.origin}${FIXTURE.base}${searchParams.get('page') ?? ''}`;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>A wiki</title><h1>Our handbook</h1>
<iframe title="Leaklab" src="${source.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" width="1000" height="600"></iframe>
<script>
  window.told = [];
  addEventListener('message', ({ origin, data }) => {
    if (origin !== '${site.origin}' || data.source !== 'leaklab') return;
    told.push(data);
    if (data.kind === 'height') document.querySelector('iframe').height = data.height;
  });
</script>`);
  });
  await new Promise<void>((resolve) => wiki.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(wiki.address() as AddressInfo).port}`;
});
test.afterAll(async () => {
  await site.close();
  wiki.closeAllConnections();
  wiki.close();
});

type Told = { kind: string; height?: number; page?: string; reached?: string[]; proved?: boolean };

test('in a page of another origin a lesson is fixed and proved, and that page hears of it', async ({
  page,
}) => {
  const path = `lessons/${FIXTURE_LESSON.slug}/`;
  await page.goto(`${origin}/?page=${encodeURIComponent(`${path}?embed=${origin}`)}`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1, name: FIXTURE_LESSON.title })).toBeVisible();
  await expect(frame.getByRole('banner')).toBeHidden();
  await expect(frame.getByRole('link', { name: 'Open it on a page of its own' })).toHaveAttribute(
    'href',
    `${site.origin}${FIXTURE.base}${path}`,
  );
  const told = () => page.evaluate(() => (window as unknown as { told: Told[] }).told);
  await expect.poll(async () => (await told()).some(({ kind }) => kind === 'height')).toBe(true);
  const height = Number(await page.locator('iframe').getAttribute('height'));
  expect(height).toBeGreaterThan(600);

  const bench = new Bench(page, frame);
  for (const [name, text] of fixFiles(FIXTURE_LESSON)) await bench.type(name, text);
  await bench.expectAfter('Check', /^Bounded: /);
  await expect
    .poll(async () => (await told()).findLast(({ kind }) => kind === 'reached'))
    .toMatchObject({ page: path, proved: true });
  // A room as high as its frame would go on growing with it.
  const inner = await frame.locator('body').evaluate((body) => body.scrollHeight);
  expect(Number(await page.locator('iframe').getAttribute('height'))).toBe(inner);
  expect(await bench.root.evaluate((root) => root.clientHeight)).toBeLessThan(800);
});

test('who names no origin, or another, hears nothing', async ({ page }) => {
  for (const embed of ['embed', 'embed=https://wiki.example']) {
    await page.goto(
      `${origin}/?page=${encodeURIComponent(`sandboxes/${FIXTURE_LESSON.sandboxId}/?${embed}`)}`,
    );
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('link', { name: 'Open it on a page of its own' })).toBeVisible();
    await expect(frame.getByRole('region', { name: 'Workbench' })).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as { told: unknown[] }).told)).toEqual([]);
  }
});
