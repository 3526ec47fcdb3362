import { fetchAssets } from '../../src/sandbox/assets.ts';
import { createClient, type Client } from '../../src/sandbox/client.ts';
import { openFrame } from '../../src/sandbox/frame-link.ts';
import { MEMORY_LIMIT_BYTES } from '../../src/sandbox/limits.ts';
import { bootMachine, type Machine } from '../../src/sandbox/machine.ts';
import type { Stack } from '../../src/sandbox/manifest.ts';
import type { Outcome, Program } from '../../src/sandbox/protocol.ts';
import { readSignal } from '../../src/sandbox/signal.ts';

/** What the benchmark has a real page do. Every time is in milliseconds. */
const bench = { interpreters, visit, check, openForChecks, checkAgain };
export type BenchPage = typeof bench;
Object.assign(window, { bench });

const ignore = () => undefined;
const seed = 1;
/** So far above its first point the curve shows growth to the eye. */
const SIGN_BYTES = 4096;
const READING_MS = 2000;

/** From nothing to the first output of `program`: started cold, from a snapshot, and as a spare that waits. */
async function interpreters(stack: Stack, program: Program, rounds: number) {
  const source = {
    folder: new URL('runtime/', location.href),
    stack,
    fetch: fetch.bind(window),
    storage: null,
  };
  const assets = await fetchAssets({ ...source, onProgress: ignore });
  const { wasm } = assets;
  const frame = await openFrame({ ...assets, wasm: wasm.slice(0) }, 180);
  let kept: ArrayBuffer | null = null;
  const boot = (snapshot: ArrayBuffer | null) =>
    bootMachine(frame, {
      ...{ assets, stack, snapshot, limitBytes: MEMORY_LIMIT_BYTES, limitSeconds: 180 },
      onSnapshot: (bytes) => (kept = bytes),
    });
  const timed = async (start: () => Promise<Machine>) => {
    const began = performance.now();
    const machine = await start();
    await firstOutput(machine, program);
    const elapsed = performance.now() - began;
    machine.terminate();
    return elapsed;
  };
  const times = { cold: [] as number[], restored: [] as number[], spare: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.cold.push(await timed(() => boot(null)));
    times.restored.push(await timed(() => boot(kept)));
    const spare = await boot(kept);
    times.spare.push(await timed(() => Promise.resolve(spare)));
  }
  frame.remove();
  return times;
}

function firstOutput(machine: Machine, program: Program): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const fail = (reason: string) => reject(new Error(reason));
  const command = JSON.stringify({ kind: 'run', runId: 1, program, seed, units: 1 });
  const hear = (text: string) => {
    const signal = readSignal(text);
    if (signal?.kind === 'output') resolve(undefined);
    if (signal?.kind === 'verdict') fail(signal.verdict.sentence);
  };
  machine.perform(command, hear, fail);
  return promise;
}

/** From the click on Run, at once after the page has come, to the first output. */
async function visit(stack: Stack, program: Program) {
  const began = performance.now();
  const client = createClient({ base: location.pathname, stack });
  const { promise, resolve } = Promise.withResolvers<number>();
  const outcome = client.execute({ kind: 'run', program, seed, units: 1 }, (signal) => {
    if (signal.kind === 'output') resolve(performance.now() - began);
  });
  const elapsed = await promise;
  await outcome;
  // The next visit counts on what this one keeps.
  while ((await (await caches.open('leaklab-snapshots')).keys()).length === 0)
    await new Promise(requestAnimationFrame);
  client.dispose();
  return elapsed;
}

/** From Check to the first sign of growth on the curve, to the verdict and to its explanation, with Python ready. */
async function check(program: Program) {
  const client = opened();
  const began = performance.now();
  let first: number | null = null;
  const growth: number[] = [];
  let verdict = 0;
  const { outcome } = await client.judge(program, (signal) => {
    if (signal.kind === 'verdict') verdict = performance.now() - began;
    if (signal.kind !== 'read') return;
    first ??= signal.read.bytes;
    if (signal.read.bytes > first + SIGN_BYTES) growth.push(performance.now() - began);
  });
  const all = performance.now() - began;
  // Nobody checks again before the verdict is read; by then the next interpreter waits.
  await new Promise((resolve) => setTimeout(resolve, READING_MS));
  return { kind: outcome.kind, growth: growth[0] ?? null, verdict, all };
}

async function readyClient(stack: Stack): Promise<Client> {
  const client = createClient({ base: location.pathname, stack });
  const { promise: ready, resolve } = Promise.withResolvers<undefined>();
  client.onBoot(({ kind }) => {
    if (kind === 'ready') resolve(undefined);
  });
  client.warm();
  await ready;
  return client;
}

let kept: Client | null = null;

function opened(): Client {
  if (!kept) throw new Error('openForChecks comes first.');
  return kept;
}

/** A client that lives through many checks, as that of a lesson's page does. */
async function openForChecks(stack: Stack): Promise<void> {
  kept = await readyClient(stack);
}

async function checkAgain(program: Program): Promise<Outcome['kind']> {
  return (await opened().judge(program, ignore)).outcome.kind;
}
