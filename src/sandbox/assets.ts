import { wheelsOf, type Manifest, type RuntimeFile, type Stack } from './manifest.ts';
import { hasDigest, integrityOf, openCache, type Storage } from './storage.ts';
import type { Archive } from './wire.ts';

/** What the page fetches for the frame, which has no network of its own. */
export type Assets = {
  manifest: Manifest;
  frame: string;
  worker: string;
  wasm: ArrayBuffer;
  stdlib: ArrayBuffer;
  lock: string;
  archives: Archive[];
};

type Place = {
  /** Address of the runtime folder. */
  folder: URL;
  fetch: typeof globalThis.fetch;
  storage: Storage | null;
};

type Source = Place & {
  stack: Stack;
  onProgress(loadedBytes: number, totalBytes: number): void;
};

const CACHE = 'leaklab-runtime';

/** Fetches the runtime for a stack, each file verified, and keeps it for the next visit. Throws one sentence. */
export async function fetchAssets(source: Source): Promise<Assets> {
  const cache = await openCache(source.storage, CACHE);
  const manifest = await fetchManifest(source, cache);
  const wheels = wheelsOf(manifest, source.stack);
  const files = [
    manifest.wasm,
    manifest.stdlib,
    manifest.lock,
    manifest.judge,
    manifest.worker,
    manifest.frame,
  ];
  const totalBytes = [...files, ...wheels].reduce((sum, file) => sum + file.bytes, 0);
  let loadedBytes = 0;
  const onBytes = (bytes: number) => source.onProgress((loadedBytes += bytes), totalBytes);
  const load = (file: RuntimeFile) => loadFile(source, cache, file, onBytes);
  const text = async (file: RuntimeFile) => new TextDecoder().decode(await load(file));
  const archive = async (file: RuntimeFile) => ({ name: file.name, bytes: await load(file) });
  const [wasm, stdlib, lock, worker, frame, archives] = await Promise.all([
    load(manifest.wasm),
    load(manifest.stdlib),
    text(manifest.lock),
    text(manifest.worker),
    text(manifest.frame),
    Promise.all([manifest.judge, ...wheels].map(archive)),
  ]);
  void forgetOthers(cache, source.folder, manifest).catch(() => null);
  return { manifest, frame, worker, wasm, stdlib, lock, archives };
}

/** The judge alone, as a zip, verified; with the manifest, which knows the versions. Throws one sentence. */
export async function fetchJudge(place: Place): Promise<{ manifest: Manifest; judge: ArrayBuffer }> {
  const cache = await openCache(place.storage, CACHE);
  const manifest = await fetchManifest(place, cache);
  return { manifest, judge: await loadFile(place, cache, manifest.judge, () => null) };
}

/** The manifest is asked for on every visit; the one that was kept serves a learner who is offline. */
async function fetchManifest({ folder, fetch }: Place, cache: Cache | null): Promise<Manifest> {
  const url = new URL('runtime.json', folder).href;
  const response = await fetch(url, { cache: 'no-cache' }).catch(() => cache?.match(url));
  if (!response) throw new Error('The Python runtime could not be reached. Is the network there?');
  if (!response.ok)
    throw new Error(`The Python runtime is not where it should be (${response.status} for ${url}).`);
  await cache?.put(url, response.clone()).catch(() => null);
  return (await response.json()) as Manifest;
}

/** A file's address changes with its content, so that no cache on the way serves an old one. */
function addressOf(folder: URL, { name, integrity }: RuntimeFile): string {
  return new URL(`${name}?${encodeURIComponent(integrity.slice(7, 19))}`, folder).href;
}

async function loadFile(
  { folder, fetch }: Place,
  cache: Cache | null,
  file: RuntimeFile,
  onBytes: (bytes: number) => void,
): Promise<ArrayBuffer> {
  const url = addressOf(folder, file);
  const kept = await cache?.match(url).then((response) => response?.arrayBuffer());
  if (kept?.byteLength === file.bytes) {
    onBytes(file.bytes);
    return kept;
  }
  const streamed = hasDigest();
  // A browser that verifies for us hands the file over in one piece, without progress.
  const response = await fetch(url, streamed ? {} : { integrity: file.integrity }).catch(() => null);
  if (!response?.ok) throw new Error(`${file.name} could not be fetched. Is the network there?`);
  const bytes = await readBody(response, onBytes).catch(() => null);
  if (!bytes) throw new Error(`The connection was lost while ${file.name} was fetched.`);
  if (streamed && (await integrityOf(bytes)) !== file.integrity) {
    throw new Error(`${file.name} is not the file that this page was built with. Reload the page.`);
  }
  await cache?.put(url, new Response(bytes)).catch(() => null);
  return bytes;
}

async function readBody(response: Response, onBytes: (bytes: number) => void): Promise<ArrayBuffer> {
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      onBytes(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body?.pipeThrough(counter)).arrayBuffer();
}

/** Drops what earlier versions of this site kept; another site under the same origin keeps its own. */
async function forgetOthers(cache: Cache | null, folder: URL, manifest: Manifest): Promise<void> {
  const { wasm, stdlib, lock, judge, worker, frame, distributions } = manifest;
  const wheels = Object.values(distributions).map(({ wheel }) => wheel);
  const current = [wasm, stdlib, lock, judge, worker, frame, ...wheels].map((file) =>
    addressOf(folder, file),
  );
  const known = new Set([...current, new URL('runtime.json', folder).href]);
  for (const { url } of (await cache?.keys()) ?? []) {
    if (url.startsWith(folder.href) && !known.has(url)) await cache?.delete(url);
  }
}
