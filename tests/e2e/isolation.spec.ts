import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../tools/stage.ts';
import { Bench } from './bench.ts';
import { expect, test } from './site.ts';

const SLUG = 'asyncio-task-set';

/** Counts what reaches it; it lets anybody in, so that only the sandbox's own walls are tested. */
async function countingServer(): Promise<{ origin: string; seen: string[]; close: () => void }> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response
      .writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' })
      .end('');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () => server.close(),
  };
}

test('nothing that Python does reaches the network', async ({ page, watch }) => {
  const outside = await countingServer();
  const attempts = readFileSync(join(ROOT, 'tests', 'e2e', 'programs', 'reach_out.py'), 'utf8');
  const bench = new Bench(page);
  await bench.open(SLUG);
  await bench.type('diagnose.py', attempts.replaceAll('http://outside.example', outside.origin));
  await bench.expectAfter('Diagnose', /./);
  await expect(bench.output).toContainText('tried all');
  expect(outside.seen).toEqual([]);
  // What the policy stopped is still told as a request by the browser's own tools; it went nowhere.
  watch.foreign.length = 0;
  outside.close();
});

test('Python sees neither the page nor what it keeps', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open(SLUG);
  const looks = readFileSync(join(ROOT, 'tests', 'e2e', 'programs', 'look_around.py'), 'utf8');
  await bench.type('diagnose.py', looks);
  await bench.expectAfter('Diagnose', /./);
  await expect(bench.output).toContainText('origin null');
  await expect(bench.output).toContainText('document absent');
  await expect(bench.output).toContainText('localStorage absent');
});
