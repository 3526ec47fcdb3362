import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { stackKey, wheelsOf, type Manifest, type Stack } from '../../src/runtime/manifest.ts';
import type { Program } from '../../src/runtime/protocol.ts';
import { CHROMIUM_ARGS, findChromium } from '../../tools/suites/browsers.ts';
import { bundle } from '../../tools/build/bundle.ts';
import { RUNTIME_FOLDER } from '../../tools/build/runtime.ts';
import { loadSandbox, sandboxIds, variantsOf } from '../../tools/sandbox/sandbox-folder.ts';
import { serveSite } from '../../tools/build/site-server.ts';
import type { BenchPage, Parts } from './page.ts';

/**
 * `npm run bench`: what the runtime costs, in a real Chromium, as ratios within this one run: the times themselves
 * are this machine's, and those of whatever else it was doing. `--peers DIR` visits each site in a folder of DIR beside
 * ours: its page calls `performance.mark('first-output')`.
 */
const ROUNDS = 5;
const CHECKS_IN_A_ROW = 50;

const { packages, preload } = (await loadSandbox('flask-request-history')).sandbox;
/** That of a lesson: the site ships a snapshot for it. */
const stack: Stack = { packages, preload };
const { values: options } = parseArgs({ options: { peers: { type: 'string' } } });
const program: Program = {
  unit: 'request',
  contract: { cap: 12_800, budgetBytes: 65_536, sensitivity: 1, warmUp: 0, ratePerSecond: 20 },
  project: { 'app.py': await readFile(join(import.meta.dirname, 'app.py'), 'utf8'), 'diagnose.py': '' },
  harness: { 'workload.py': 'from app import run', 'check.py': '', 'diagnosis.py': '' },
};

const folder = await mkdtemp(join(tmpdir(), 'leaklab-bench-'));
await cp(RUNTIME_FOLDER, join(folder, 'runtime'), { recursive: true });
const page = await bundle(join(import.meta.dirname, 'page.ts'), { 'import.meta.env.TOP': '""' });
await writeFile(join(folder, 'page.js'), page);
await writeFile(
  join(folder, 'index.html'),
  '<!doctype html><body><script type="module" src="page.js"></script>',
);

const found = await findChromium();
if (found.kind === 'missing') throw new Error(found.reason);
const site = await serveSite({ folder, base: '/', port: 0 });
const browser = await chromium.launch({ executablePath: found.path, args: CHROMIUM_ARGS });

try {
  await reportBytes();
  await reportInterpreters(await freshPage());
  await reportParts();
  await reportVisits(await freshPage());
  if (options.peers !== undefined) await reportPeers(options.peers);
  await reportChecks();
  await reportMemory(await freshPage());
} finally {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true });
}

/** A browser that has never been here. */
async function freshPage(origin = site.origin): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${origin}/`);
  if (origin !== site.origin) return page;
  await page.waitForFunction(() => 'bench' in window);
  return page;
}

async function reportBytes(): Promise<void> {
  const manifest = JSON.parse(await readFile(join(RUNTIME_FOLDER, 'runtime.json'), 'utf8')) as Manifest;
  const { wasm, stdlib, lock, judge, worker, frame } = manifest;
  const files = [wasm, stdlib, lock, judge, worker, frame, ...wheelsOf(manifest, stack)];
  let compressed = 0;
  for (const { name } of files)
    compressed += brotliCompressSync(await readFile(join(RUNTIME_FOLDER, name))).byteLength;
  const snapshot = manifest.snapshots[stackKey(stack)]?.bytes ?? 0;
  console.log(
    `Bytes to the first run (Flask): ${(compressed / 1e6).toFixed(2)} MB br. Aim: at most 7. On a fast line ` +
      `${(snapshot / 1e6).toFixed(2)} MB of snapshot come along.`,
  );
}

async function reportInterpreters(page: Page): Promise<void> {
  const times = await page.evaluate(
    (given) =>
      (window as unknown as { bench: BenchPage }).bench.interpreters(
        given.stack,
        given.program,
        given.rounds,
      ),
    { stack, program, rounds: ROUNDS },
  );
  const cold = median(times.cold);
  const row = (name: string, values: number[], aim: string) => {
    const time = median(values);
    console.log(
      `${name}: ${(cold / time).toFixed(1)} times as fast as cold (${ms(time)} against ${ms(cold)}). ${aim}`,
    );
  };
  row('First Flask response of a fresh interpreter', times.restored, 'Aim: 8.');
  row('The same with the spare', times.spare, 'Aim: 50.');
}

async function reportParts(): Promise<void> {
  const all: Parts[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await freshPage();
    all.push(
      await page.evaluate(
        (given) => (window as unknown as { bench: BenchPage }).bench.parts(given.stack, given.program),
        { stack, program },
      ),
    );
    await page.context().close();
  }
  const part = (name: keyof Parts) => ms(median(all.map((parts) => parts[name])));
  console.log(
    `Parts of a first visit: fetch ${part('fetch')}; to compile ${part('compile')} more; ` +
      `restore ${part('restore')}; to the first output ${part('output')}.`,
  );
}

/** From the address to the first output: once in a browser that was never there, then again and again. */
async function timesOfVisits(origin: string, visit: (page: Page) => Promise<unknown>) {
  const page = await freshPage(origin);
  const time = async () => {
    await visit(page);
    return page.evaluate(() => performance.getEntriesByName('first-output')[0]?.startTime ?? 0);
  };
  const first = await time();
  const later: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.reload();
    later.push(await time());
  }
  await page.context().close();
  return { first, later: median(later) };
}

async function reportPeers(folder: string): Promise<void> {
  const ours = await timesOfVisits(site.origin, async (page) => {
    await page.waitForFunction(() => 'bench' in window);
    await page.evaluate(
      (given) => (window as unknown as { bench: BenchPage }).bench.visit(given.stack, given.program),
      { stack, program },
    );
  });
  for (const name of (await readdir(folder)).sort()) {
    const peer = await serveSite({ folder: join(folder, name), base: '/', port: 0 });
    const theirs = await timesOfVisits(peer.origin, (page) =>
      page.waitForFunction(() => performance.getEntriesByName('first-output').length > 0),
    );
    await peer.close();
    const against = (kind: 'first' | 'later') =>
      `${ms(ours[kind])} against ${ms(theirs[kind])} (${(ours[kind] / theirs[kind]).toFixed(2)})`;
    console.log(`Beside ${name}: first visit ${against('first')}, later ${against('later')}.`);
  }
}

async function reportVisits(page: Page): Promise<void> {
  const visit = () =>
    page.evaluate(
      (given) => (window as unknown as { bench: BenchPage }).bench.visit(given.stack, given.program),
      {
        stack,
        program,
      },
    );
  const first = await visit();
  const later: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.reload();
    await page.waitForFunction(() => 'bench' in window);
    later.push(await visit());
  }
  const time = median(later);
  console.log(
    `Click to first output: ${ms(first)} on a first visit, ${ms(time)} on a later one (${(first / time).toFixed(1)} times as fast).`,
  );
}

async function reportChecks(): Promise<void> {
  const verdicts: number[] = [];
  const signs: number[] = [];
  for (const id of await sandboxIds()) {
    const { sandbox } = await loadSandbox(id);
    const page = await freshPage();
    await openForChecks(page, sandbox);
    for (const variant of variantsOf(sandbox)) {
      const { kind, growth, verdict, all } = await page.evaluate(
        (program) => (window as unknown as { bench: BenchPage }).bench.check(program),
        variant.program,
      );
      verdicts.push(verdict);
      if (kind === 'growing' && growth !== null) signs.push(growth);
      const explained = kind === 'growing' ? `, explained after ${ms(all)}` : '';
      console.log(`Check to verdict, ${id} ${variant.name}: ${kind} after ${ms(verdict)}${explained}.`);
    }
    await page.context().close();
  }
  console.log(
    `Check to verdict, all ${verdicts.length}: median ${ms(median(verdicts))}, 95 % within ${ms(quantile(verdicts, 0.95))}, ` +
      `the longest ${ms(Math.max(...verdicts))}. Aim: 2 s, 8 s, 20 s.`,
  );
  console.log(
    `First sign of growth on the curve: median ${ms(median(signs))}, at most ${ms(Math.max(...signs))}. Aim: 1 s.`,
  );
}

async function openForChecks(page: Page, { packages, preload }: Stack): Promise<void> {
  await page.evaluate((given) => (window as unknown as { bench: BenchPage }).bench.openForChecks(given), {
    packages,
    preload,
  });
}

/** Of all the browser's processes, so that no worker is left out. */
async function reportMemory(page: Page): Promise<void> {
  const { sandbox } = await loadSandbox('flask-request-history');
  const fixed = variantsOf(sandbox).find(({ kind }) => kind === 'bounded');
  if (!fixed) throw new Error('The Flask sandbox has no fix.');
  await openForChecks(page, sandbox);
  const sizes: number[] = [];
  for (let done = 1; done <= CHECKS_IN_A_ROW; done += 1) {
    await page.evaluate(
      (program) => (window as unknown as { bench: BenchPage }).bench.checkAgain(program),
      fixed.program,
    );
    sizes.push(await residentBytes());
  }
  const [early, late] = [sizes.slice(5, 15), sizes.slice(-10)].map(median) as [number, number];
  console.log(
    `Memory of the browser: ${(early / 1e6).toFixed(0)} MB after 5 to 15 checks, ${(late / 1e6).toFixed(0)} MB after the last ` +
      `10 of ${CHECKS_IN_A_ROW}: ${(late / early).toFixed(2)} times as much. Aim: flat.`,
  );
}

async function residentBytes(): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = await Promise.all(
    processInfo.map(async ({ id }) => {
      const text = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
      return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1024;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? 0;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function ms(time: number): string {
  return time < 1000 ? `${Math.round(time)} ms` : `${(time / 1000).toFixed(1)} s`;
}
