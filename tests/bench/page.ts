import { fetchAssets, type FrameContents } from '../../src/runtime/assets.ts';
import { createClient, type Client } from '../../src/runtime/client.ts';
import { openFrame, type FrameClient } from '../../src/runtime/frame-client.ts';
import { bootInFrame } from '../../src/runtime/frame-channel.ts';
import { MEMORY_LIMIT_BYTES, TIME_LIMIT_SECONDS } from '../../src/runtime/limits.ts';
import type { Stack } from '../../src/runtime/manifest.ts';
import type { Outcome, Program } from '../../src/runtime/protocol.ts';
import { openInterpreter, type Channel, type InterpreterHandle } from '../../src/runtime/runner.ts';

/** What the benchmark has a real page do. Every time is in milliseconds. */
const bench = { interpreters, parts, visit, check, openForChecks, checkAgain };
export type BenchPage = typeof bench;
Object.assign(window, { bench });

const ignore = () => undefined;
const seed = 1;
/** So far above its first point the curve shows growth to the eye. */
const SIGN_BYTES = 4096;
const READING_MS = 2000;
const FRAME_LIMITS = { answerSeconds: 10, startSeconds: 180 };

/** From nothing to the first output of `program`: started cold, from a snapshot, and as a spare that waits. */
async function interpreters(stack: Stack, program: Program, rounds: number) {
  const source = {
    folder: new URL('runtime/', location.href),
    stack,
    fetch: fetch.bind(window),
    storage: null,
  };
  const { promise: opened, resolve } = Promise.withResolvers<FrameClient>();
  const onFrame = (contents: FrameContents) => resolve(openFrame(contents, FRAME_LIMITS));
  const assets = await fetchAssets({ ...source, onProgress: ignore, onFrame });
  const frame = await opened;
  let kept: ArrayBuffer | null = null;
  const boot = (snapshot: ArrayBuffer | null) =>
    bootInFrame(frame, {
      ...{ assets, stack, snapshot, limitBytes: MEMORY_LIMIT_BYTES, limitSeconds: 180 },
      onSnapshot: (bytes) => (kept = bytes),
    });
  const timed = async (start: () => Promise<Channel>) => {
    const began = performance.now();
    const interpreter = openInterpreter(start, TIME_LIMIT_SECONDS);
    await firstOutput(interpreter, program);
    const elapsed = performance.now() - began;
    interpreter.close();
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

/** What each part of a first visit takes, one after the other: compiling goes on while files come, `compile` is the rest of it. */
export type Parts = { fetch: number; compile: number; restore: number; output: number };

async function parts(stack: Stack, program: Program): Promise<Parts> {
  const began = performance.now();
  const { promise: opened, resolve } = Promise.withResolvers<FrameClient>();
  const assets = await fetchAssets({
    folder: new URL('runtime/', location.href),
    ...{ stack, fetch: fetch.bind(window), storage: null, onProgress: ignore },
    onFrame: (contents) => resolve(openFrame(contents, FRAME_LIMITS)),
  });
  const fetched = performance.now();
  const frame = await opened;
  const compiled = performance.now();
  const limits = { limitBytes: MEMORY_LIMIT_BYTES, limitSeconds: 180 };
  const snapshot = assets.snapshot?.bytes ?? null;
  const channel = await bootInFrame(frame, { assets, stack, snapshot, ...limits, onSnapshot: ignore });
  const restored = performance.now();
  const interpreter = openInterpreter(() => Promise.resolve(channel), TIME_LIMIT_SECONDS);
  await firstOutput(interpreter, program);
  const output = performance.now() - restored;
  interpreter.close();
  frame.remove();
  return { fetch: fetched - began, compile: compiled - fetched, restore: restored - compiled, output };
}

function firstOutput(interpreter: InterpreterHandle, program: Program): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const outcome = interpreter.carryOut({ kind: 'observe', program, seed, units: 1 }, (signal) => {
    if (signal.kind === 'output') resolve(undefined);
  });
  void outcome.then((ended) => reject(new Error(`It printed nothing: ${JSON.stringify(ended)}`)));
  return promise;
}

/** From the click on Run, at once after the page has come, to the first output. */
async function visit(stack: Stack, program: Program) {
  const began = performance.now();
  const client = createClient({ base: location.pathname, stack });
  const { promise, resolve } = Promise.withResolvers<number>();
  const outcome = client.execute({ kind: 'observe', program, seed, units: 1 }, (signal) => {
    if (signal.kind !== 'output') return;
    performance.mark('first-output');
    resolve(performance.now() - began);
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
