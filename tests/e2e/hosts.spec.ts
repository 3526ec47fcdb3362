import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { COURSE, FIXTURE } from '../../tools/build/setup.ts';
import { ROOT } from '../../tools/build/stage.ts';
import { findServer } from '../../tools/suites/browsers.ts';
import { Bench } from './bench.ts';
import { FIXTURE_LESSON, LESSONS, type Lesson } from './course.ts';
import { openHost, openProxy, type Host } from './hosts.ts';

const [FIRST] = LESSONS;
if (FIRST === undefined) throw new Error('The course has no lesson.');
const SITES: [where: string, build: typeof COURSE, lesson: Lesson][] = [
  ['at the root', COURSE, FIRST],
  ['under a sub-path', FIXTURE, FIXTURE_LESSON],
];

// One after the other: where a server is missing it is installed, and only one can do that at a time.
test.describe.configure({ mode: 'default' });
test.use({ serviceWorkers: 'allow' });

for (const name of ['nginx', 'caddy'] as const)
  for (const [where, build, lesson] of SITES)
    test.describe(`${name}, ${where}`, () => {
      let host: Host;

      test.beforeAll(async () => {
        const found = await findServer(name);
        if (found.kind === 'missing') throw new Error(found.reason);
        host = await openHost(name, found.path, build);
      });
      test.afterAll(() => host.close());

      test('types, compression, caching and the policy are as the site wants them', async () => {
        const runtime = readdirSync(join(ROOT, build.outDir, 'runtime'));
        const named = (start: string) => `runtime/${runtime.find((file) => file.startsWith(start)) ?? start}`;
        const head = async (path: string) => {
          const answer = await fetch(host.address + path, { headers: { 'Accept-Encoding': 'gzip' } });
          await answer.body?.cancel();
          return { status: answer.status, of: (header: string) => answer.headers.get(header) };
        };
        const page = await head(`lessons/${lesson.slug}/`);
        expect(page.status).toBe(200);
        expect(page.of('content-type')).toMatch(/^text\/html; charset=utf-8$/i);
        expect(page.of('content-encoding')).toBe('gzip');
        expect(page.of('cache-control')).toBe('no-cache');
        expect(page.of('x-content-type-options')).toBe('nosniff');
        expect(page.of('content-security-policy')).toContain("frame-ancestors 'self'");
        const wasm = await head('runtime/pyodide.asm.wasm');
        expect(wasm.of('content-type')).toBe('application/wasm');
        expect(wasm.of('content-encoding')).toBe('gzip');
        expect(wasm.of('cache-control')).toBe('no-cache');
        const worker = await head(named('worker-'));
        expect(worker.of('content-type')).toMatch(/^(text|application)\/javascript/);
        const offline = await head('service-worker.js');
        expect(offline.of('content-type')).toMatch(/^(text|application)\/javascript/);
        expect(offline.of('cache-control')).toBe('no-cache');
        for (const path of [named('worker-'), named('snapshot-'), named('flask-')])
          expect((await head(path)).of('cache-control'), path).toBe('public, max-age=31536000, immutable');
        expect((await head(named('snapshot-'))).of('content-encoding')).toBeNull();
        const missing = await head('lessons/none/');
        expect(missing.status).toBe(404);
        expect(missing.of('content-type')).toMatch(/^text\/html/);
      });

      test('a lesson runs', ({ page }) => expectLesson(page, host, lesson));
    });

test('behind a proxy a lesson runs, and a folder without its last stroke is found where it was asked for', async ({
  page,
}) => {
  const found = await findServer('nginx');
  if (found.kind === 'missing') throw new Error(found.reason);
  const host = await openHost('nginx', found.path, FIXTURE);
  const proxy = await openProxy(found.path, host);
  try {
    await expectLesson(page, proxy, FIXTURE_LESSON);
    await page.goto(`${proxy.address}lessons`);
    expect(page.url()).toBe(`${proxy.address}lessons/`);
    const answer = await fetch(`${proxy.address}glossary/`, { headers: { 'Accept-Encoding': 'gzip' } });
    await answer.body?.cancel();
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  } finally {
    await proxy.close();
    await host.close();
  }
});

/** Opened at an address it runs, works offline from there, and asks for nothing that is not there. */
async function expectLesson(page: Page, { address }: Host, { slug }: Lesson): Promise<void> {
  const amiss: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() >= 400) amiss.push(`${answer.status()} ${answer.url()}`);
  });
  page.on('pageerror', (error) => amiss.push(String(error)));
  await page.goto(`${address}lessons/${slug}/`);
  await new Bench(page).expectAfter('Run', /^Ran /);
  const scope = () => navigator.serviceWorker.ready.then((registration) => registration.scope);
  expect(await page.evaluate(scope)).toBe(address);
  expect(amiss).toEqual([]);
}
