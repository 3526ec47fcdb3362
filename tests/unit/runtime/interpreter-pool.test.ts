import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClient, type Client } from '../../../src/runtime/client.ts';
import type { Boot } from '../../../src/runtime/protocol.ts';
import { program } from './fixtures.ts';

const offline = 'The Python runtime could not be reached. Is the network there?';
const missing =
  'The Python runtime is not where it should be (404 for http://localhost/runtime/runtime.json).';
const run = { kind: 'observe', program, seed: 1, units: 10 } as const;
const ignore = () => undefined;

let answers: (() => Promise<Response>)[];
let told: Boot[];
let client: Client;

beforeEach(() => {
  vi.stubGlobal('location', { href: 'http://localhost/' });
  answers = [
    () => Promise.reject(new TypeError('Failed to fetch')),
    () => Promise.resolve(new Response('', { status: 404 })),
  ];
  told = [];
  client = createClient({
    base: '/',
    stack: { packages: [], preload: [] },
    storage: null,
    fetch: () => answers.shift()?.() ?? Promise.reject(new Error('Nothing more was expected.')),
  });
  client.onBoot((boot) => told.push(boot));
});

afterEach(() => {
  client.dispose();
  vi.unstubAllGlobals();
});

const failures = () => told.filter(({ kind }) => kind === 'unavailable');

test('a boot that failed is tried again when Python is warmed up again, and told anew', async () => {
  client.warm();
  client.warm();
  await vi.waitFor(() => expect(failures()).toEqual([{ kind: 'unavailable', reason: offline }]));
  client.warm();
  expect(told.at(-1)).toEqual({ kind: 'downloading', loadedBytes: 0, totalBytes: 0 });
  await vi.waitFor(() => expect(failures()).toHaveLength(2));
  expect(told.at(-1)).toEqual({ kind: 'unavailable', reason: missing });
  expect(answers).toEqual([]);
});

test('a boot that failed is tried again by the next run, which has a reason of its own', async () => {
  expect(await client.execute(run, ignore)).toEqual({ kind: 'unavailable', reason: offline });
  expect(await client.execute(run, ignore)).toEqual({ kind: 'unavailable', reason: missing });
  expect(failures()).toEqual([
    { kind: 'unavailable', reason: offline },
    { kind: 'unavailable', reason: missing },
  ]);
});

test('a run that waits for a boot fails with it', async () => {
  client.warm();
  expect(await client.execute(run, ignore)).toEqual({ kind: 'unavailable', reason: offline });
});

test('stop lets go of a download that hangs, and the next run asks anew', async () => {
  let hung: AbortSignal | null | undefined;
  client.dispose();
  client = createClient({
    base: '/',
    stack: { packages: [], preload: [] },
    storage: null,
    fetch: (_, init) => {
      if (hung) return Promise.resolve(new Response('', { status: 404 }));
      hung = init?.signal;
      return new Promise((__, reject) => hung?.addEventListener('abort', () => reject(new Error('aborted'))));
    },
  });
  client.onBoot((boot) => told.push(boot));
  client.warm();
  const stopped = client.execute(run, ignore);
  await vi.waitFor(() => expect(hung).toBeDefined());
  client.stop();
  const again = client.execute(run, ignore);
  expect(hung?.aborted).toBe(true);
  expect(await stopped).toEqual({ kind: 'stopped' });
  expect(await again).toEqual({ kind: 'unavailable', reason: missing });
  expect(failures()).toEqual([{ kind: 'unavailable', reason: missing }]);
});
