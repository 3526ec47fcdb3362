import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { gunzip } from 'node:zlib';
import { compileLibraries } from './extensions.ts';
import type { Parts, Start } from './interpreter.ts';
import type { Execute } from './judge.ts';
import { createLanguageService, type LanguageService } from './language.ts';
import { MEMORY_LIMIT_BYTES, TIME_LIMIT_SECONDS } from './limits.ts';
import { stackKey, toolsOf, wheelsOf, type Manifest, type RuntimeFile, type Stack } from './manifest.ts';
import type { FromThread, ThreadData } from './node-worker.ts';
import { executeAfresh, openInterpreter, type Channel, type InterpreterHandle } from './runner.ts';

/** The runtime folder in Node: the same files, interpreter and judge as in the browser. */
export type NodeRuntime = {
  manifest: Manifest;
  /** The memory of an interpreter that has started cold with a stack. */
  snapshot(stack: Stack): Promise<Uint8Array<ArrayBuffer>>;
  /** Opens interpreters for a stack, each in a thread of its own, from the snapshot that the folder has, if it has one. */
  interpreters(stack: Stack): Promise<() => InterpreterHandle>;
  /** Carries out commands for a stack, each in an interpreter of its own. */
  open(stack: Stack): Promise<Execute>;
  /** Answers an editor, in a thread of its own, about programs of a stack. */
  language(stack: Stack): LanguageService;
};

export async function openNodeRuntime(
  folder: string,
  limitSeconds: number = TIME_LIMIT_SECONDS,
): Promise<NodeRuntime> {
  const read = async ({ name }: RuntimeFile) => new Uint8Array(await readFile(join(folder, name)));
  const manifest = JSON.parse(await readFile(join(folder, 'runtime.json'), 'utf8')) as Manifest;
  const wasm = await WebAssembly.compile(await read(manifest.wasm));
  const lock = await readFile(join(folder, manifest.lock.name), 'utf8');

  async function partsOf(stack: Stack): Promise<Parts> {
    const zip = async (file: RuntimeFile) => ({ name: file.name, bytes: await read(file) });
    const archives = await Promise.all([manifest.judge, ...wheelsOf(manifest, stack)].map(zip));
    const tools = await Promise.all(toolsOf(manifest, stack).map(zip));
    const libraries = await compileLibraries(archives);
    return { folder: `${folder}/`, wasm, lock, archives, libraries, tools, language: null };
  }

  const snapshot = async (stack: Stack) => makeSnapshot(await partsOf(stack), stack);

  async function shipped(stack: Stack): Promise<Uint8Array<ArrayBuffer> | null> {
    const file = manifest.snapshots[stackKey(stack)];
    return file ? new Uint8Array(await promisify(gunzip)(await read(file))) : null;
  }

  async function interpreters(stack: Stack): Promise<() => InterpreterHandle> {
    const parts = await partsOf(stack);
    const start: Start = {
      kind: 'snapshot',
      bytes: (await shipped(stack)) ?? (await makeSnapshot(parts, stack)),
    };
    return () => openInterpreter(async () => openThread(parts, start), limitSeconds);
  }

  function language(stack: Stack): LanguageService {
    const open = async () => {
      const parts = { ...(await partsOf(stack)), language: await read(manifest.language) };
      return openThread(parts, { kind: 'cold', preload: stack.preload });
    };
    return createLanguageService(open, limitSeconds);
  }

  return {
    manifest,
    snapshot,
    interpreters,
    open: async (stack) => executeAfresh(await interpreters(stack)),
    language,
  };
}

async function makeSnapshot(parts: Parts, { preload }: Stack): Promise<Uint8Array<ArrayBuffer>> {
  const { thread, failed } = startThread(parts, { kind: 'cold', preload });
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  thread.on('message', (message: FromThread) => {
    if (message.kind === 'snapshot') resolve(message.bytes);
  });
  void failed.then((reason) => reject(new Error(reason)));
  return promise.finally(() => thread.terminate());
}

function openThread(parts: Parts, start: Start): Channel {
  const { thread, failed } = startThread(parts, start);
  return {
    post: (command) => thread.postMessage(command),
    on(listener) {
      thread.on('message', (message: FromThread) => {
        if (message.kind === 'signal') listener(message.text);
      });
    },
    failed,
    end: () => void thread.terminate(),
  };
}

function startThread(parts: Parts, start: Start): { thread: Worker; failed: Promise<string> } {
  const workerData: ThreadData = { parts, start, limitBytes: MEMORY_LIMIT_BYTES };
  const thread = new Worker(new URL('./node-worker.ts', import.meta.url), { workerData });
  const { promise: failed, resolve } = Promise.withResolvers<string>();
  // An error out of Pyodide brings the whole of its source along.
  thread.on('error', (error: Error) => resolve(error.message.slice(0, 2000)));
  // eslint-disable-next-line said/by-key -- Only tools run here.
  thread.on('exit', () => resolve('The interpreter ended by itself.'));
  return { thread, failed };
}
