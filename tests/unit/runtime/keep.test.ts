import { beforeEach, expect, test } from 'vitest';
import { filesOf, openKeeper } from '../../../src/runtime/keep.ts';
import { stackKey, type Manifest, type RuntimeFile } from '../../../src/runtime/manifest.ts';
import { integrityOf } from '../../../src/runtime/storage.ts';
import { createFakeStorage, createFullStorage, forbidden } from './fake-cache.ts';

const folder = new URL('http://localhost/site/runtime/');
const flask = { packages: ['flask'], preload: ['flask'] };
const plain = { packages: [], preload: [] };
const ignore = () => undefined;

async function describeFile(name: string): Promise<RuntimeFile> {
  const bytes = new TextEncoder().encode(name);
  return { name, bytes: bytes.byteLength, integrity: (await integrityOf(bytes)) ?? '' };
}

let manifest: Manifest;
let asked: string[];

/** Every file contains its own name. */
const fetch: typeof globalThis.fetch = async (input) => {
  const name = new URL(input instanceof Request ? input.url : input).pathname.slice(folder.pathname.length);
  asked.push(name);
  return new Response(name === 'runtime.json' ? JSON.stringify(manifest) : name);
};

beforeEach(async () => {
  asked = [];
  const distribution = async (name: string, closure: string[]) => ({
    ...{ version: '1', closure, wheel: await describeFile(`${name}.whl`) },
  });
  manifest = {
    ...{ pyodide: '314.0.7', version: 'v1' },
    wasm: await describeFile('pyodide.asm.wasm'),
    stdlib: await describeFile('python_stdlib.zip'),
    lock: await describeFile('pyodide-lock.json'),
    judge: await describeFile('leaklab.zip'),
    worker: await describeFile('worker.js'),
    frame: await describeFile('frame.html'),
    language: await describeFile('language.zip'),
    distributions: {
      flask: await distribution('flask', ['flask', 'click']),
      click: await distribution('click', ['click']),
      celery: await distribution('celery', ['celery', 'click']),
      objgraph: await distribution('objgraph', ['objgraph']),
      pympler: await distribution('pympler', ['pympler']),
    },
    snapshots: { [stackKey(flask)]: await describeFile('snapshot-1.bin') },
  };
});

test('stacks need Python, their packages, the tools and the snapshot that fits, each once', () => {
  const names = filesOf(manifest, [flask, plain, flask]).map(({ name }) => name);
  expect(names).toContain('snapshot-1.bin');
  expect(names).toEqual(
    expect.arrayContaining(['pyodide.asm.wasm', 'language.zip', 'click.whl', 'pympler.whl']),
  );
  expect(names).not.toContain('celery.whl');
  expect(new Set(names).size).toBe(names.length);
  expect(filesOf(manifest, [])).toEqual([]);
});

test('what is kept whole is not fetched again, and what is damaged is', async () => {
  const { storage, contents } = createFakeStorage();
  const first = await openKeeper({ folder, fetch, storage });
  await first.keep(manifest.wasm, ignore);
  const [address = ''] = [...contents.keys()].filter((url) => url.includes('wasm'));
  asked = [];
  let bytes = 0;
  const second = await openKeeper({ folder, fetch, storage });
  expect(second.has(manifest.wasm)).toBe(true);
  await second.keep(manifest.wasm, (more) => (bytes += more));
  expect(asked).toEqual(['runtime.json']);
  expect(bytes).toBe(manifest.wasm.bytes);
  contents.set(address, new Response('damaged'));
  await second.keep(manifest.wasm, ignore);
  expect(asked).toContain('pyodide.asm.wasm');
  expect(await contents.get(address)?.clone().text()).toBe('pyodide.asm.wasm');
});

test('what is forgotten is gone', async () => {
  const { storage, contents } = createFakeStorage();
  const keeper = await openKeeper({ folder, fetch, storage });
  await keeper.keep(manifest.lock, ignore);
  await keeper.forget(manifest.lock);
  expect(keeper.has(manifest.lock)).toBe(false);
  expect([...contents.keys()].filter((url) => url.includes('lock'))).toEqual([]);
});

test('a full device is not kept quiet, and a forbidden storage is said', async () => {
  const keeper = await openKeeper({ folder, fetch, storage: createFullStorage() });
  await expect(keeper.keep(manifest.lock, ignore)).rejects.toThrow('quota');
  await expect(openKeeper({ folder, fetch, storage: forbidden })).rejects.toThrow('no storage');
});

test('a file that is another one than the list says is refused, and not kept', async () => {
  const { storage, contents } = createFakeStorage();
  const keeper = await openKeeper({ folder, fetch, storage });
  const other = { ...manifest.lock, integrity: manifest.wasm.integrity };
  await expect(keeper.keep(other, ignore)).rejects.toThrow('not the file');
  expect([...contents.keys()]).toEqual([new URL('runtime.json', folder).href]);
});
