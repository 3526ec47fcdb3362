import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serveSite, type SiteServer } from '../../tools/build/site-server.ts';
import { ROOT } from '../../tools/build/stage.ts';
import { expectNoViolations } from './axe.ts';
import { Bench } from './bench.ts';
import { FIXTURE_LESSON } from './course.ts';
import { expect, test as fixtureSite } from './fixture-site.ts';
import { expectNoScrollSideways } from './narrow.ts';
import { writeSecondBuild } from './second-build.ts';

/** A server that can be stopped, and that can come back with something else. */
type Host = { address: string; folder: string; stop(): Promise<void>; serve(folder: string): Promise<void> };

const test = fixtureSite.extend<object, { host: Host }>({
  host: [
    async ({ build: { base, outDir } }, use) => {
      const folder = join(ROOT, outDir);
      let server: SiteServer | null = await serveSite({ folder, base, port: 0 });
      const { origin, port } = server;
      const stop = async () => {
        await server?.close();
        server = null;
      };
      const serve = async (what: string) => {
        await stop();
        server = await serveSite({ folder: what, base, port });
      };
      await use({ address: origin + base, folder, stop, serve });
      await stop();
    },
    { scope: 'worker' },
  ],
  site: [async ({ host }, use) => use(host.address), { scope: 'worker' }],
});
test.use({ serviceWorkers: 'allow' });
test.afterEach(async ({ host }) => host.serve(host.folder));

const LESSON = `lessons/${FIXTURE_LESSON.slug}/`;

/** Addresses below the site’s, by the beginning of the name of the cache that they are in. */
async function kept(page: Page, cache: string): Promise<string[]> {
  return page.evaluate(async (begin) => {
    const names = (await caches.keys()).filter((name) => name.startsWith(begin));
    const urls = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return urls.flat().map(({ url }) => new URL(url).pathname.replace(/^\/leaklab\//, ''));
  }, cache);
}

function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}

test('a lesson that was used once opens, runs and checks with the server stopped', async ({ page, host }) => {
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await bench.expectAfter('Run', /^Ran /);
  await expect.poll(() => kept(page, 'leaklab-pages')).toContain(LESSON);
  await expect.poll(() => kept(page, 'leaklab-snapshots')).toHaveLength(1);
  await host.stop();
  await page.goto(`${LESSON}?path=desk`);
  await bench.expectAfter('Run', /^Ran /);
  await bench.expectAfter('Check', /^Growing/);
  await page.goto('glossary/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not on this device');
  const all = await kept(page, 'leaklab-');
  expect(all.filter((url, index) => all.indexOf(url) !== index)).toEqual([]);
});

test('a path that is taken offline has lessons that were never opened, and runs them', async ({
  page,
  host,
}) => {
  await page.goto('paths/desk/');
  await page.getByText('Take this path offline').click();
  const panel = page.locator('[data-take]');
  await expect(panel.getByRole('status')).toHaveText(/on this device\.$/);
  await expectNoViolations(page);
  await expectNoScrollSideways(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await host.stop();
  await panel.getByRole('button', { name: 'Take it along' }).click();
  await expect(panel.getByRole('status')).toHaveText(/Is the network there\? .* fetches only the rest\.$/);
  await host.serve(host.folder);
  await panel.getByRole('button', { name: 'Go on' }).click();
  await expect(panel.getByRole('status')).toHaveText(/^On this device since .* without a network\.$/);
  const all = await kept(page, 'leaklab-');
  expect(all.filter((url, index) => all.indexOf(url) !== index)).toEqual([]);

  await host.stop();
  await page.reload();
  await expect(panel.getByRole('status')).toHaveText(/^On this device since .* without a network\.$/);
  await page.getByRole('link', { name: FIXTURE_LESSON.title }).click();
  await new Bench(page).expectAfter('Run', /^Ran /);
  // It began from the snapshot that was taken along, which is not kept unpacked beside.
  expect(await kept(page, 'leaklab-snapshots')).toEqual([]);

  await host.serve(host.folder);
  await page.goto('paths/desk/');
  await panel.getByRole('button', { name: 'Remove it' }).click();
  await expect(panel.getByRole('button', { name: 'Take it along' })).toBeVisible();
  expect(await kept(page, 'leaklab-runtime')).toEqual(['runtime/runtime.json']);
});

test('a page that is open outlives an update, the next visit has the new one, and so has the device', async ({
  page,
  context,
  host,
}) => {
  const second = await mkdtemp(join(tmpdir(), 'leaklab-second-'));
  await writeSecondBuild(host.folder, second, 'The second build');
  await page.goto(LESSON);
  await page.getByRole('region', { name: 'Workbench' }).hover();
  await expect.poll(() => kept(page, 'leaklab-pages')).toContain(LESSON);
  await host.serve(second);

  const gone = (await kept(page, 'leaklab-files')).find((name) => /\/dialog\.[^/]*js$/.test(name));
  expect((await fetch(host.address + (gone ?? ''))).status).toBe(404);
  const other = await context.newPage();
  await other.goto(LESSON);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('The second build');
  await expect
    .poll(() => kept(page, 'leaklab-pages').then((urls) => urls.filter((url) => url === LESSON).length))
    .toBe(2);
  await page.getByRole('button', { name: /Search/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(FIXTURE_LESSON.title);
  expect(await kept(page, 'leaklab-files')).toContain(gone);

  await Promise.all([page.close(), other.close()]);
  const later = await context.newPage();
  await later.goto('./');
  await expect.poll(() => kept(later, 'leaklab-files')).not.toContain(gone);
  await host.stop();
  await later.goto(LESSON);
  await expect(later.getByRole('heading', { level: 1 })).toHaveText('The second build');
  await rm(second, { recursive: true });
});

for (const [what, take] of [
  [
    'has no service workers',
    () => Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }),
  ],
  [
    'refuses one',
    () =>
      (ServiceWorkerContainer.prototype.register = () =>
        Promise.reject(new DOMException('', 'SecurityError'))),
  ],
] as const)
  test(`a browser that ${what} has the same site, and a path says so`, async ({ page }) => {
    await page.addInitScript(take);
    const errors = errorsOf(page);
    await new Bench(page).open(FIXTURE_LESSON);
    await page.getByRole('region', { name: 'Workbench' }).hover();
    await page.goto('paths/desk/');
    await page.getByText('Take this path offline').click();
    await page.getByRole('button', { name: 'Take it along' }).click();
    await expect(page.locator('[data-take]').getByRole('status')).toContainText(
      'does not let the site work offline',
    );
    expect(errors).toEqual([]);
  });
