import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Parts, Start } from './interpreter.ts';
import type { Execute } from './judge.ts';
import { MEMORY_LIMIT_BYTES } from './limits.ts';
import { wheelsOf, type Manifest, type RuntimeFile, type Stack } from './manifest.ts';
import type { Said, Task } from './node-worker.ts';
import { followOutcome } from './outcome.ts';
import type { Outcome } from './protocol.ts';
import { readSignal } from './signal.ts';

/** The runtime folder in Node: the same files, interpreter and judge as in the browser. */
export type NodeRuntime = {
  manifest: Manifest;
  /** Carries out commands for a stack, each in a fresh interpreter of a thread of its own. */
  open(stack: Stack): Promise<Execute>;
};

export async function openNodeRuntime(folder: string): Promise<NodeRuntime> {
  const read = async ({ name }: RuntimeFile) => new Uint8Array(await readFile(join(folder, name)));
  const manifest = JSON.parse(await readFile(join(folder, 'runtime.json'), 'utf8')) as Manifest;
  const wasm = await WebAssembly.compile(await read(manifest.wasm));
  const lock = await readFile(join(folder, manifest.lock.name), 'utf8');
  return {
    manifest,
    async open(stack) {
      const files = [manifest.judge, ...wheelsOf(manifest, stack)];
      const archives = await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: await read(file) })),
      );
      const parts: Parts = { folder: `${folder}/`, wasm, lock, archives };
      const start: Start = { kind: 'snapshot', bytes: await makeSnapshot(parts, stack) };
      return (body, on) => {
        const runId = 0;
        const follow = followOutcome();
        return inThread<Outcome>(
          { parts, start, command: JSON.stringify({ ...body, runId }) },
          (said, settle) => {
            const signal = said.kind === 'signal' ? readSignal(said.text) : null;
            if (!signal) throw new Error(`This is no signal: ${JSON.stringify(said).slice(0, 500)}`);
            on(signal);
            const outcome = follow(signal);
            if (outcome) settle(outcome);
          },
        );
      };
    },
  };
}

function makeSnapshot(parts: Parts, { preload }: Stack): Promise<Uint8Array<ArrayBuffer>> {
  return inThread({ parts, start: { kind: 'cold', preload }, command: null }, (said, settle) => {
    if (said.kind === 'snapshot') settle(said.bytes);
  });
}

function inThread<T>(
  task: Omit<Task, 'limitBytes'>,
  hear: (said: Said, settle: (value: T) => void) => void,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const workerData: Task = { ...task, limitBytes: MEMORY_LIMIT_BYTES };
  const thread = new Worker(new URL('./node-worker.ts', import.meta.url), { workerData });
  thread.on('message', (said: Said) => {
    try {
      hear(said, resolve);
    } catch (error) {
      reject(error);
    }
  });
  thread.on('error', reject);
  thread.on('exit', () => reject(new Error('The interpreter ended without a last signal.')));
  return promise.finally(() => thread.terminate());
}
