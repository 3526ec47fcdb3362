import { beforeEach, expect, test } from 'vitest';
import { fetchAssets, fetchJudge } from '../../../src/sandbox/assets.ts';
import type { Manifest } from '../../../src/sandbox/manifest.ts';
import { integrityOf } from '../../../src/sandbox/storage.ts';
import { createFakeStorage, createFullStorage, forbidden } from './fake-cache.ts';

const folder = new URL('http://localhost/site/runtime/');
const stack = { packages: ['flask'], preload: [] };
const texts: Record<string, string> = {
  'pyodide.asm.wasm': 'wasm',
  'python_stdlib.zip': 'stdlib',
  'pyodide-lock.json': '{}',
  'leaklab.zip': 'judge',
  'worker.js': 'worker',
  'frame.html': 'frame',
  'flask.whl': 'flask',
  'click.whl': 'click',
  'celery.whl': 'celery',
};

async function describeFile(name: string) {
  const bytes = new TextEncoder().encode(texts[name]);
  return { name, bytes: bytes.byteLength, integrity: (await integrityOf(bytes)) ?? '' };
}

let manifest: Manifest;
let asked: string[];
let served: Record<string, string>;

const fetch: typeof globalThis.fetch = (input) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const name = url.pathname.slice(folder.pathname.length);
  asked.push(name);
  const text = name === 'runtime.json' ? JSON.stringify(manifest) : served[name];
  return Promise.resolve(text === undefined ? new Response('', { status: 404 }) : new Response(text));
};
const offline: typeof globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
const ignore = () => undefined;

beforeEach(async () => {
  asked = [];
  served = { ...texts };
  const wheel = async (name: string, closure: string[]) => ({
    version: '1',
    wheel: await describeFile(`${name}.whl`),
    closure,
  });
  manifest = {
    pyodide: '314.0.7',
    version: 'v1',
    wasm: await describeFile('pyodide.asm.wasm'),
    stdlib: await describeFile('python_stdlib.zip'),
    lock: await describeFile('pyodide-lock.json'),
    judge: await describeFile('leaklab.zip'),
    worker: await describeFile('worker.js'),
    frame: await describeFile('frame.html'),
    distributions: {
      flask: await wheel('flask', ['click', 'flask']),
      click: await wheel('click', ['click']),
      celery: await wheel('celery', ['celery', 'click']),
    },
  };
});

test('the judge and the wheels of the stack are fetched, and no others', async () => {
  const assets = await fetchAssets({ folder, stack, fetch, storage: null, onProgress: ignore });
  expect(assets.archives.map(({ name }) => name)).toEqual(['leaklab.zip', 'click.whl', 'flask.whl']);
  expect(asked).not.toContain('celery.whl');
});

test('progress ends with all bytes', async () => {
  const steps: [number, number][] = [];
  const onProgress = (loaded: number, total: number) => void steps.push([loaded, total]);
  await fetchAssets({ folder, stack, fetch, storage: null, onProgress });
  const [loaded, total] = steps.at(-1) ?? [];
  expect(loaded).toBe(total);
  expect(steps.length).toBeGreaterThan(5);
});

test('a file that differs from what was built is refused', async () => {
  served['flask.whl'] = 'flasq';
  const assets = fetchAssets({ folder, stack, fetch, storage: null, onProgress: ignore });
  await expect(assets).rejects.toThrow('flask.whl is not the file that this page was built with.');
});

test('a later visit fetches only the manifest, and one without network nothing', async () => {
  const { storage } = createFakeStorage();
  await fetchAssets({ folder, stack, fetch, storage, onProgress: ignore });
  asked = [];
  await fetchAssets({ folder, stack, fetch, storage, onProgress: ignore });
  expect(asked).toEqual(['runtime.json']);
  const again = await fetchAssets({ folder, stack, fetch: offline, storage, onProgress: ignore });
  expect(again.worker).toBe('worker');
});

test('what an earlier version kept is dropped, what another site kept is not', async () => {
  const { storage, contents } = createFakeStorage();
  contents.set('http://localhost/site/runtime/worker.js?old', new Response('old'));
  contents.set('http://localhost/other/runtime/worker.js?old', new Response('old'));
  await fetchAssets({ folder, stack, fetch, storage, onProgress: ignore });
  const old = () => [...contents.keys()].filter((url) => url.endsWith('?old'));
  await expect.poll(old).toEqual(['http://localhost/other/runtime/worker.js?old']);
});

test.each([
  ['forbidden', forbidden],
  ['full', createFullStorage()],
])('storage that is %s is done without', async (_, storage) => {
  const assets = await fetchAssets({ folder, stack, fetch, storage, onProgress: ignore });
  expect(assets.frame).toBe('frame');
});

test('a network that is gone is told in a sentence', async () => {
  const assets = fetchAssets({ folder, stack, fetch: offline, storage: null, onProgress: ignore });
  await expect(assets).rejects.toThrow('The Python runtime could not be reached. Is the network there?');
});

test('a file that is missing on the server is named', async () => {
  delete served['python_stdlib.zip'];
  const assets = fetchAssets({ folder, stack, fetch, storage: null, onProgress: ignore });
  await expect(assets).rejects.toThrow('python_stdlib.zip could not be fetched.');
});

test('a package that the runtime does not have is named', async () => {
  const unknown = { packages: ['django'], preload: [] };
  const assets = fetchAssets({ folder, stack: unknown, fetch, storage: null, onProgress: ignore });
  await expect(assets).rejects.toThrow('The runtime has no package named "django".');
});

test('the judge alone is fetched once, verified, and comes from storage when the network is gone', async () => {
  const { storage } = createFakeStorage();
  const { judge, manifest: told } = await fetchJudge({ folder, fetch, storage });
  expect(new TextDecoder().decode(judge)).toBe('judge');
  expect(told.version).toBe('v1');
  expect(asked).toEqual(['runtime.json', 'leaklab.zip']);
  const again = await fetchJudge({ folder, fetch: offline, storage });
  expect(new TextDecoder().decode(again.judge)).toBe('judge');

  served['leaklab.zip'] = 'Judge';
  await expect(fetchJudge({ folder, fetch, storage: null })).rejects.toThrow(/not the file/);
});
