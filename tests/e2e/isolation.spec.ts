import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../../tools/build/stage.ts';
import { Bench, SETTLED } from './bench.ts';
import { FIXTURE_LESSON } from './course.ts';
import { expect, test as base } from './fixture-site.ts';

type Outside = { origin: string; seen: string[] };

/** A server that lets anybody in, so that only the sandbox's own walls are tested; it notes what reaches it. */
const test = base.extend<{ outside: Outside }>({
  outside: async ({ watch }, use) => {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      seen.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response
        .writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' })
        .end('');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    await use({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen });
    // What the policy stops is told as a request all the same by the browser's tools; the server is the witness here.
    watch.foreign.length = 0;
    server.closeAllConnections();
    server.close();
  },
});

test.use({ visitor: 'returning' });

test('nothing that Python does reaches the network', async ({ page, outside }) => {
  const attempts = readFileSync(join(ROOT, 'tests', 'e2e', 'programs', 'reach_out.py'), 'utf8');
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await bench.type('diagnose.py', attempts.replaceAll('http://outside.example', outside.origin));
  await bench.expectAfter('Diagnose', /^Your diagnosis ran\./);
  await expect(bench.output).toContainText('tried all');
  expect(outside.seen).toEqual([]);
});

test('the policy leaves the worker no way out, even by the browser’s own means', async ({
  page,
  outside,
}) => {
  const bench = new Bench(page);
  const born = page.waitForEvent('worker');
  await bench.open(FIXTURE_LESSON);
  const worker = await born;
  await expect(bench.root.getByText('Python is ready')).toBeVisible(SETTLED);

  const endings = await worker.evaluate(async (origin) => {
    const settled = (target: EventTarget): Promise<string> =>
      new Promise((resolve) => {
        for (const kind of ['open', 'message', 'error', 'load']) {
          target.addEventListener(kind, () => resolve(kind), { once: true });
        }
      });
    const request = (): string => {
      const xhr = new XMLHttpRequest();
      xhr.open('GET', `${origin}/xhr`, false);
      xhr.send();
      return 'answered';
    };
    const attempts: Record<string, () => unknown> = {
      fetch: () => fetch(`${origin}/fetch`),
      'fetch without CORS': () => fetch(`${origin}/no-cors`, { mode: 'no-cors' }),
      XMLHttpRequest: request,
      import: () => import(`${origin}/import.js`),
      WebSocket: () => settled(new WebSocket(`${origin.replace('http', 'ws')}/socket`)),
      EventSource: () => settled(new EventSource(`${origin}/events`)),
      Worker: () => settled(new Worker(`${origin}/worker.js`)),
      importScripts: () =>
        (self as unknown as { importScripts: (url: string) => void }).importScripts(`${origin}/s.js`),
    };
    const told: Record<string, string> = {};
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        told[name] = (await attempt()) === 'error' ? 'stopped' : 'through';
      } catch {
        told[name] = 'stopped';
      }
    }
    return told;
  }, outside.origin);

  expect(Object.entries(endings).filter(([, ending]) => ending !== 'stopped')).toEqual([]);
  expect(Object.keys(endings)).toHaveLength(8);
  expect(outside.seen).toEqual([]);
});

test('the worker has an origin of its own and sees nothing that the page keeps', async ({ page }) => {
  const bench = new Bench(page);
  const born = page.waitForEvent('worker');
  await bench.open(FIXTURE_LESSON);
  const worker = await born;
  expect(await worker.evaluate(() => self.origin)).toBe('null');
  const frame = page.frames().find((one) => one !== page.mainFrame());
  const reach = await frame?.evaluate(() => {
    const sees = (look: () => unknown): boolean => {
      try {
        look();
        return true;
      } catch {
        return false;
      }
    };
    return {
      storage: sees(() => localStorage.length),
      cookies: sees(() => document.cookie),
      page: sees(() => window.parent.document.title),
    };
  });
  expect(reach).toEqual({ storage: false, cookies: false, page: false });
});
