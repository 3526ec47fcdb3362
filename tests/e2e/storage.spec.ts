import type { Page } from '@playwright/test';
import { Bench } from './bench.ts';
import { FIXTURE_LESSON, sandboxText } from './course.ts';
import { expect, test } from './fixture-site.ts';

const FILE = 'ledger.py';
const TYPED = `${sandboxText(FIXTURE_LESSON, FILE)}\n# mine\n`;

async function expectWorking(bench: Bench): Promise<void> {
  await bench.type(FILE, TYPED);
  await bench.expectAfter('Run', /^Ran /);
  await expect(bench.textbox).toHaveValue(TYPED);
}

test('full storage is said once something is typed, and work goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await expectWorking(bench);
  await expect(bench.root.getByRole('alert')).toContainText('storage is full');
});

test('forbidden storage is said, and work goes on', async ({ page }) => {
  await page.addInitScript(() => {
    const forbid = {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    };
    Object.defineProperty(window, 'localStorage', forbid);
  });
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await expectWorking(bench);
  await expect(bench.root.getByRole('alert')).toContainText('allows no storage');
});

test('a browser without any storage works', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, { value: undefined });
    }
  });
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await expectWorking(bench);
});

test('progress of an older version that cannot be read is left where it is, and said', async ({ page }) => {
  await page.goto('./');
  await page.evaluate(
    (key) => localStorage.setItem(key, '{"answers":[1,2,3]}'),
    `leaklab:0:${FIXTURE_LESSON.slug}`,
  );
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await expect(bench.root.getByRole('alert')).toContainText('older version');
  await bench.type(FILE, TYPED);
  expect(await page.evaluate((key) => localStorage.getItem(key), `leaklab:0:${FIXTURE_LESSON.slug}`)).toBe(
    '{"answers":[1,2,3]}',
  );
});

test('progress that is not readable is put aside, not deleted', async ({ page }) => {
  const key = `leaklab:1:${FIXTURE_LESSON.slug}`;
  await page.goto('./');
  await page.evaluate((name) => localStorage.setItem(name, '{"files":'), key);
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await expect(bench.root.getByRole('alert')).toContainText('put aside, not deleted');
  expect(
    await page.evaluate(() => Object.keys(localStorage).map((name) => localStorage.getItem(name))),
  ).toContain('{"files":');
});

async function kept(page: Page, cacheName: string): Promise<string[]> {
  return page.evaluate(async (name) => {
    const cache = await caches.open(name);
    return (await cache.keys()).map((request) => request.url);
  }, cacheName);
}

test('a later visit starts from the snapshot that the first one kept', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await bench.expectAfter('Run', /^Ran /);
  await expect.poll(() => kept(page, 'leaklab-snapshots')).toHaveLength(1);
  await page.reload();
  await expect(bench.root.getByText('Python is ready')).toBeVisible();
  await bench.expectAfter('Run', /^Ran /);
  await expect.poll(() => kept(page, 'leaklab-snapshots')).toHaveLength(1);
});

test('a snapshot that does not load is thrown away, and Python boots cold', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await bench.expectAfter('Run', /^Ran /);
  await expect.poll(() => kept(page, 'leaklab-snapshots')).toHaveLength(1);
  // Whole and honestly labelled, but no snapshot: what a changed browser could make of an old one.
  await page.evaluate(async () => {
    const cache = await caches.open('leaklab-snapshots');
    const [key] = await cache.keys();
    const bytes = new Uint8Array(4096).fill(7);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const integrity = `sha256-${btoa(String.fromCharCode(...digest))}`;
    if (key) await cache.put(key, new Response(bytes, { headers: { 'x-integrity': integrity } }));
  });
  await page.reload();
  await bench.expectAfter('Run', /^Ran /);
});

test('a network that is gone is said, what was typed stays, and the next press tries again', async ({
  page,
}) => {
  await page.route('**/runtime/**', (route) => route.abort('internetdisconnected'));
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await bench.type(FILE, TYPED);
  await bench.expectAfter('Run', /^Python could not be started here\.$/);
  await expect(bench.root.getByText('What you typed is kept')).toBeVisible();
  await page.unroute('**/runtime/**');
  await bench.expectAfter('Run', /^Ran /);
  await expect(bench.textbox).toHaveValue(TYPED);
});

test('a file of the runtime that was tampered with is refused', async ({ page }) => {
  await page.route('**/runtime/python_stdlib.zip*', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[100] = (body[100] ?? 0) ^ 1;
    await route.fulfill({ response, body });
  });
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await bench.expectAfter('Run', /^Python could not be started here\.$/);
});
