import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { wheelsOf, type Manifest, type Stack } from '../../src/sandbox/manifest.ts';
import type { Program } from '../../src/sandbox/protocol.ts';
import { CHROMIUM_ARGS, findChromium } from '../../tools/browsers.ts';
import { bundle } from '../../tools/bundle.ts';
import { RUNTIME_FOLDER } from '../../tools/runtime.ts';
import { loadSandbox, sandboxIds, variantsOf } from '../../tools/sandbox-folder.ts';
import { serveSite } from '../../tools/site-server.ts';
import type { BenchPage } from './page.ts';

/**
 * `npm run bench`: what the runtime costs, in a real Chromium, as ratios within this one run: the times themselves
 * are this machine's, and those of whatever else it was doing.
 */
const ROUNDS = 5;

const stack: Stack = { packages: ['flask'], preload: ['flask', 'flask.testing'] };
const program: Program = {
  unit: 'request',
  contract: { cap: 12_800, budgetBytes: 65_536, sensitivity: 1, warmUp: 0, ratePerSecond: 20 },
  project: { 'app.py': await readFile(join(import.meta.dirname, 'app.py'), 'utf8'), 'diagnose.py': '' },
  harness: { 'workload.py': 'from app import run', 'check.py': '', 'diagnosis.py': '' },
};

const folder = await mkdtemp(join(tmpdir(), 'leaklab-bench-'));
await cp(RUNTIME_FOLDER, join(folder, 'runtime'), { recursive: true });
await writeFile(join(folder, 'page.js'), await bundle(join(import.meta.dirname, 'page.ts')));
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
  await reportVisits(await freshPage());
  await reportChecks();
} finally {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true });
}

/** A browser that has never been here. */
async function freshPage(): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${site.origin}/`);
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
  console.log(`Bytes to the first run (Flask): ${(compressed / 1e6).toFixed(2)} MB br. Aim: at most 7.`);
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
  for (const id of await sandboxIds()) {
    const { sandbox } = await loadSandbox(id);
    const page = await freshPage();
    for (const variant of variantsOf(sandbox).filter(({ name }) => !name.startsWith('decoys/'))) {
      const { kind, verdict, all } = await page.evaluate(
        (given) => (window as unknown as { bench: BenchPage }).bench.check(given.stack, given.program),
        { stack: { packages: sandbox.packages, preload: sandbox.preload }, program: variant.program },
      );
      const explained = kind === 'growing' ? `, explained after ${ms(all)}` : '';
      console.log(`Check to verdict, ${id} ${variant.name}: ${kind} after ${ms(verdict)}${explained}.`);
    }
    await page.context().close();
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function ms(time: number): string {
  return time < 1000 ? `${Math.round(time)} ms` : `${(time / 1000).toFixed(1)} s`;
}
