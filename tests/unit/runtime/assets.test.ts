import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchAssets, fetchJudge, type FrameContents, type Snapshot } from '../../../src/runtime/assets.ts';
import { filesOf, openKeeper } from '../../../src/runtime/keep.ts';
import { stackKey, type Manifest } from '../../../src/runtime/manifest.ts';
import { integrityOf } from '../../../src/runtime/storage.ts';
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
  'language.zip': 'language',
  'flask.whl': 'flask',
  'click.whl': 'click',
  'celery.whl': 'celery',
  'objgraph.whl': 'objgraph',
  'pympler.whl': 'pympler',
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
    language: await describeFile('language.zip'),
    distributions: {
      flask: await wheel('flask', ['click', 'flask']),
      click: await wheel('click', ['click']),
      celery: await wheel('celery', ['celery', 'click']),
      objgraph: await wheel('objgraph', ['objgraph']),
      pympler: await wheel('pympler', ['pympler']),
    },
    snapshots: {},
  };
});

test('the judge and the wheels of the stack are fetched, and no others', async () => {
  const assets = await fetchAssets({ folder, stack, fetch, storage: null, onProgress: ignore });
  expect(assets.archives.map(({ name }) => name)).toEqual(['leaklab.zip', 'click.whl', 'flask.whl']);
  expect(asked).not.toContain('celery.whl');
});

test('what helps to look at a program comes beside it, unless the stack has it, and nothing comes twice', async () => {
  const names = async (packages: string[]) => {
    asked = [];
    const own = { packages, preload: [] };
    const { archives, tools } = await fetchAssets({
      ...{ folder, stack: own, fetch, storage: null },
      onProgress: ignore,
    });
    expect(new Set(asked).size).toBe(asked.length);
    return [archives, tools].map((zips) => zips.map(({ name }) => name));
  };
  expect(await names([])).toEqual([['leaklab.zip'], ['objgraph.whl', 'pympler.whl']]);
  expect(await names(['objgraph'])).toEqual([['leaklab.zip', 'objgraph.whl'], ['pympler.whl']]);
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
  expect(new TextDecoder().decode(again.stdlib)).toBe('stdlib');
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
  expect(new TextDecoder().decode(assets.stdlib)).toBe('stdlib');
});

describe('the WebAssembly', () => {
  async function fetchInPieces(source: Partial<Parameters<typeof fetchAssets>[0]> = {}) {
    const { promise, resolve } = Promise.withResolvers<FrameContents>();
    const given = { folder, stack, fetch, storage: null, onProgress: ignore, onFrame: resolve, ...source };
    const coming = fetchAssets(given);
    coming.catch(ignore);
    const { wasm } = await promise;
    return { coming, wasm: new Response(wasm) };
  }

  test('comes in pieces for the frame, from the network, from what is kept and from what is held', async () => {
    const { storage } = createFakeStorage();
    const held = new Map<string, ArrayBuffer>();
    for (const source of [{ storage }, { storage, fetch: offline }, { held }, { held }]) {
      const { coming, wasm } = await fetchInPieces(source);
      expect(await wasm.text()).toBe('wasm');
      await coming;
    }
    expect(asked.filter((name) => name === 'pyodide.asm.wasm')).toHaveLength(2);
  });

  test('that differs from what was built never comes to its end', async () => {
    served['pyodide.asm.wasm'] = 'wosm';
    const { coming, wasm } = await fetchInPieces();
    await expect(wasm.text()).rejects.toThrow(
      'pyodide.asm.wasm is not the file that this page was built with.',
    );
    await expect(coming).rejects.toThrow('pyodide.asm.wasm is not the file');
  });

  test('is handed to a second frame where the first one never used it', async () => {
    const held = new Map<string, ArrayBuffer>();
    delete served['python_stdlib.zip'];
    const first = await fetchInPieces({ held });
    await expect(first.coming).rejects.toThrow('404');
    served = { ...texts };
    const second = await fetchInPieces({ held });
    expect([await first.wasm.text(), await second.wasm.text()]).toEqual(['wasm', 'wasm']);
  });
});

test('a network that is gone is told in a sentence', async () => {
  const assets = fetchAssets({ folder, stack, fetch: offline, storage: null, onProgress: ignore });
  await expect(assets).rejects.toThrow('The Python runtime could not be reached. Is the network there?');
});

test('a file that is missing on the server is named', async () => {
  delete served['python_stdlib.zip'];
  const assets = fetchAssets({ folder, stack, fetch, storage: null, onProgress: ignore });
  await expect(assets).rejects.toThrow('python_stdlib.zip could not be fetched: the server answered 404.');
});

const login = '<!doctype html><title>Sign in</title>';
const served200 = (text: string) => () => Promise.resolve(new Response(text));

test('a login page in place of the manifest is said, and is not kept', async () => {
  const { storage, contents } = createFakeStorage();
  const assets = fetchAssets({ folder, stack, fetch: served200(login), storage, onProgress: ignore });
  await expect(assets).rejects.toThrow('a web page in place of runtime.json');
  expect([...contents.keys()]).toEqual([]);
});

test('a login page in place of the manifest leaves a learner with what was kept', async () => {
  const { storage } = createFakeStorage();
  await fetchAssets({ folder, stack, fetch, storage, onProgress: ignore });
  const again = await fetchAssets({ folder, stack, fetch: served200(login), storage, onProgress: ignore });
  expect(new TextDecoder().decode(again.stdlib)).toBe('stdlib');
});

test('a kept manifest that is damaged is no manifest: what came now is said', async () => {
  const { storage, contents } = createFakeStorage();
  contents.set(new URL('runtime.json', folder).href, new Response(login));
  const assets = fetchAssets({ folder, stack, fetch: offline, storage, onProgress: ignore });
  await expect(assets).rejects.toThrow('The Python runtime could not be reached.');
});

test('a kept file that was damaged is fetched again', async () => {
  const { storage, contents } = createFakeStorage();
  await fetchAssets({ folder, stack, fetch, storage, onProgress: ignore });
  const [url = ''] = [...contents.keys()].filter((key) => key.includes('worker.js'));
  contents.set(url, new Response('wOrker'));
  asked = [];
  const again = await fetchAssets({ folder, stack, fetch, storage, onProgress: ignore });
  expect(new TextDecoder().decode(again.stdlib)).toBe('stdlib');
  expect(asked).toEqual(['runtime.json', 'worker.js']);
});

test('what came whole is held for a download that begins anew, also without storage', async () => {
  const held = new Map<string, ArrayBuffer>();
  const source = { folder, stack, fetch, storage: null, held, onProgress: ignore };
  delete served['python_stdlib.zip'];
  await expect(fetchAssets(source)).rejects.toThrow('python_stdlib.zip');
  await expect.poll(() => held.size).toBe(9);
  served = { ...texts };
  asked = [];
  await fetchAssets(source);
  expect(asked).toEqual(['runtime.json', 'python_stdlib.zip']);
});

describe('a shipped snapshot', () => {
  const MEMORY = 'the memory of Python';
  let packed: Uint8Array<ArrayBuffer>;
  const shipping: typeof globalThis.fetch = async (input) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!url.pathname.endsWith('/snapshot.bin')) return fetch(input);
    asked.push('snapshot.bin');
    return new Response(packed);
  };
  const source = { folder, stack, fetch: shipping, storage: null, onProgress: ignore };
  const told = (snapshot: Snapshot | null) =>
    snapshot && { text: new TextDecoder().decode(snapshot.bytes), kept: snapshot.kept };

  beforeEach(async () => {
    packed = new Uint8Array(gzipSync(MEMORY));
    const file = { name: 'snapshot.bin', bytes: packed.byteLength, integrity: await integrityOf(packed) };
    manifest.snapshots = { [stackKey(stack)]: { ...file, integrity: file.integrity ?? '' } };
  });

  test('is fetched, verified and unpacked', async () => {
    expect(told((await fetchAssets(source)).snapshot)).toEqual({ text: MEMORY, kept: false });
  });

  test('of another stack is left alone', async () => {
    manifest.snapshots = { '[["django"],[]]': manifest.wasm };
    expect((await fetchAssets(source)).snapshot).toBeNull();
  });

  test('is not asked for where one is kept, which is of the version that the host has', async () => {
    const readSnapshot = (version: string) => Promise.resolve(new TextEncoder().encode(version).buffer);
    const { snapshot } = await fetchAssets({ ...source, readSnapshot });
    expect(told(snapshot)).toEqual({ text: 'v1', kept: true });
    expect(asked).not.toContain('snapshot.bin');
  });

  test('that was kept as it came is used without a network, and stays', async () => {
    const { storage, contents } = createFakeStorage();
    const keeper = await openKeeper({ folder, fetch: shipping, storage });
    for (const file of filesOf(manifest, [stack])) await keeper.keep(file, ignore);
    const there = [...contents.keys()];
    const { snapshot } = await fetchAssets({ ...source, fetch: offline, storage });
    expect(told(snapshot)).toEqual({ text: MEMORY, kept: true });
    await fetchAssets({ ...source, storage });
    expect([...contents.keys()]).toEqual(there);
  });

  test('that is damaged costs a cold start, and nothing else', async () => {
    packed[20] = 0;
    const steps: number[] = [];
    const onProgress = (loaded: number, total: number) => void steps.push(loaded / total);
    const assets = await fetchAssets({ ...source, onProgress });
    expect(assets.snapshot).toBeNull();
    expect(new TextDecoder().decode(assets.stdlib)).toBe('stdlib');
    expect(Math.max(...steps)).toBeLessThanOrEqual(1);
  });

  test('is let go on a line that would take longer for it than a cold start', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const dripping: typeof globalThis.fetch = (input, init) => {
      if (input instanceof Request || !new URL(input).pathname.endsWith('.bin')) return shipping(input, init);
      let at = 0;
      const pull = (body: ReadableStreamDefaultController<Uint8Array>) => {
        now += 400;
        body.enqueue(packed.slice(at, (at += 1)));
        if (at === packed.length) body.close();
      };
      return Promise.resolve(new Response(new ReadableStream({ pull }, { highWaterMark: 0 })));
    };
    expect((await fetchAssets({ ...source, fetch: dripping })).snapshot).toBeNull();
    vi.restoreAllMocks();
  });
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
