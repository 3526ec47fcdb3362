import { words } from '#words/runtime';
import { createDownload, type Download } from './download.ts';
import { hasLibraries } from './extensions.ts';
import { STALL_LIMIT_SECONDS } from './limits.ts';
import {
  coreOf,
  stackKey,
  toolsOf,
  wheelsOf,
  type Manifest,
  type RuntimeFile,
  type Stack,
} from './manifest.ts';
import { readManifest } from './read-manifest.ts';
import { hasDigest, integrityOf, openCache, type Storage } from './storage.ts';
import type { Archive } from './wire.ts';

/** What the page fetches for the frame, which has no network of its own. */
export type Assets = {
  manifest: Manifest;
  stdlib: ArrayBuffer;
  lock: string;
  archives: Archive[];
  tools: Archive[];
  /** What an interpreter starts from; null: it starts cold. */
  snapshot: Snapshot | null;
};

/** `kept`: made by this browser, or here since an earlier visit, be it packed as it was shipped. */
export type Snapshot = { bytes: ArrayBuffer; kept: boolean };

/** What the frame is made of. `wasm` comes in pieces while it is fetched, and ends only when it is verified. */
export type FrameContents = {
  frame: string;
  worker: string;
  wasm: ReadableStream<Uint8Array>;
  /** Those with extension modules, which are compiled there. */
  wheels: Promise<Archive[]>;
};

type Place = {
  /** Address of the runtime folder. */
  folder: URL;
  fetch: typeof globalThis.fetch;
  storage: Storage | null;
};

export type Whence = Place & {
  /** Lets all go that is on its way. */
  wanted?: AbortSignal;
  /** What came whole, by address, so that a download that begins anew does not fetch it again. */
  held?: Map<string, ArrayBuffer>;
};

type Source = Whence & {
  stack: Stack;
  /** The snapshot that is here already, of the version that the manifest names. */
  readSnapshot?(version: string): Promise<ArrayBuffer | null>;
  /** Told as soon as a frame can be opened, while the rest is on its way. */
  onFrame?(contents: FrameContents): void;
  onProgress(loadedBytes: number, totalBytes: number): void;
};

/** Where files come from: what is held, what is kept, then the network. */
export type Origin = {
  folder: URL;
  cache: Cache | null;
  held: Map<string, ArrayBuffer>;
  download: Download;
  /** What has come over the network. */
  traffic: { bytes: number };
};

const CACHE = 'leaklab-runtime';
/** So much sooner a restored interpreter is there than one that starts cold. */
const SNAPSHOT_SAVES_SECONDS = 2;
/** So long the line is measured. */
const LINE_SECONDS = 0.5;

/** Fetches the runtime for a stack, each file verified, and keeps it for the next visit. Throws one sentence. */
export async function fetchAssets(source: Source): Promise<Assets> {
  const origin = await openOrigin(source);
  const manifest = await fetchManifest(origin);
  const wheels = wheelsOf(manifest, source.stack);
  const tools = toolsOf(manifest, source.stack);
  let totalBytes = [...coreOf(manifest), ...wheels, ...tools].reduce((sum, file) => sum + file.bytes, 0);
  let loadedBytes = 0;
  const onBytes = (bytes: number) => source.onProgress((loadedBytes += bytes), totalBytes);
  const load = (file: RuntimeFile) => loadFile(origin, file, onBytes);
  const text = async (file: RuntimeFile) => new TextDecoder().decode(await load(file));
  const archive = async (file: RuntimeFile) => ({ name: file.name, bytes: await load(file) });

  const archives = [manifest.judge, ...wheels].map((file) => ({ file, content: archive(file) }));

  async function frameContents(): Promise<void> {
    const coming = Promise.withResolvers<unknown>();
    const wasm = new ReadableStream<Uint8Array>({
      start(pieces) {
        coming.resolve(loadFile(origin, manifest.wasm, onBytes, (piece) => pieces.enqueue(piece)));
        coming.promise.then(
          () => pieces.close(),
          (error: unknown) => pieces.error(error),
        );
      },
    });
    const [worker, frame] = await Promise.all([text(manifest.worker), text(manifest.frame)]);
    const native = archives.filter(({ file }) => hasLibraries(file));
    source.onFrame?.({ wasm, worker, frame, wheels: Promise.all(native.map(({ content }) => content)) });
    await coming.promise;
  }

  async function snapshot(): Promise<Snapshot | null> {
    const kept = await source.readSnapshot?.(manifest.version);
    if (kept) return { bytes: kept, kept: true };
    const file = manifest.snapshots[stackKey(source.stack)];
    if (!file || !takesShippedSnapshots()) return null;
    const taken = await readKept(origin.cache, addressOf(source.folder, file), file);
    if (!taken) totalBytes += file.bytes;
    let ownBytes = 0;
    const onOwnBytes = (bytes: number) => {
      ownBytes += bytes;
      onBytes(bytes);
    };
    const packed = taken ?? (await fetchSnapshot(source, origin, file, onOwnBytes).catch(() => null));
    if (packed) return { bytes: await unpacked(packed), kept: packed === taken };
    totalBytes -= file.bytes;
    loadedBytes -= ownBytes;
    return null;
  }

  const [stdlib, lock, zips, toolZips, start] = await Promise.all([
    load(manifest.stdlib),
    text(manifest.lock),
    Promise.all(archives.map(({ content }) => content)),
    Promise.all(tools.map(archive)),
    snapshot(),
    frameContents(),
  ]);
  void forgetOthers(origin.cache, source.folder, manifest).catch(() => null);
  return { manifest, stdlib, lock, archives: zips, tools: toolZips, snapshot: start };
}

/**
 * Whether Pyodide lays out its table of functions as in the engine that made the snapshots. Of those that were tried,
 * V8 and SpiderMonkey do, and WebKit, which cannot suspend WebAssembly, does not: it would fetch them in vain.
 */
export function takesShippedSnapshots(): boolean {
  return 'Suspending' in WebAssembly;
}

/**
 * A shipped snapshot. It saves a cold start, and is let go (rejects) where what is left of it would take the
 * line longer than that. Whoever restored one keeps it as it is then, so it is not kept as it came.
 */
async function fetchSnapshot(
  { fetch, wanted = new AbortController().signal }: Whence,
  origin: Origin,
  file: RuntimeFile,
  onBytes: (bytes: number) => void,
): Promise<ArrayBuffer> {
  const slow = new AbortController();
  const download = createDownload(fetch, STALL_LIMIT_SECONDS, AbortSignal.any([wanted, slow.signal]));
  let leftBytes = file.bytes;
  let first: { time: number; bytes: number } | null = null;
  return loadFile({ ...origin, cache: null, download }, file, (bytes) => {
    onBytes(bytes);
    leftBytes -= bytes;
    first ??= { time: performance.now(), bytes: origin.traffic.bytes };
    const seconds = (performance.now() - first.time) / 1000;
    const bytesPerSecond = (origin.traffic.bytes - first.bytes) / seconds;
    if (seconds > LINE_SECONDS && leftBytes / bytesPerSecond > SNAPSHOT_SAVES_SECONDS) slow.abort();
  });
}

function unpacked(packed: ArrayBuffer): Promise<ArrayBuffer> {
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

/** The judge alone, as a zip, verified; with the manifest, which knows the versions. Throws one sentence. */
export async function fetchJudge(place: Place): Promise<{ manifest: Manifest; judge: ArrayBuffer }> {
  const origin = await openOrigin(place);
  const manifest = await fetchManifest(origin);
  return { manifest, judge: await loadFile(origin, manifest.judge, () => null) };
}

/** What answers an editor, as a zip, verified. Throws one sentence. */
export async function fetchLanguage(place: Place, manifest: Manifest): Promise<ArrayBuffer> {
  return loadFile(await openOrigin(place), manifest.language, () => null);
}

export async function openOrigin({
  folder,
  fetch,
  storage,
  wanted,
  held = new Map(),
}: Whence): Promise<Origin> {
  const cache = await openCache(storage, CACHE);
  const download = createDownload(fetch, STALL_LIMIT_SECONDS, wanted);
  return { folder, cache, held, download, traffic: { bytes: 0 } };
}

/** The manifest is asked for on every visit; the one that was kept serves where none can be had. */
export async function fetchManifest({ folder, cache, download }: Origin): Promise<Manifest> {
  const url = new URL('runtime.json', folder).href;
  try {
    const { ok, status, bytes } = await download(words.download.runtime, url, { cache: 'no-cache' });
    if (!ok) throw new Error(words.download.misplaced(status, url));
    const manifest = readManifest(new TextDecoder().decode(bytes));
    await cache?.put(url, new Response(bytes)).catch(() => null);
    return manifest;
  } catch (error) {
    const kept = await cache?.match(url).catch(() => undefined);
    if (!kept) throw error;
    try {
      return readManifest(await kept.text());
    } catch {
      // What was kept is damaged: what came now is what counts.
      throw error;
    }
  }
}

/** A file's address changes with its content, so that no cache on the way serves an old one. */
export function addressOf(folder: URL, { name, integrity }: RuntimeFile): string {
  return new URL(`${name}?${encodeURIComponent(integrity.slice(7, 19))}`, folder).href;
}

export async function loadFile(
  { folder, cache, held, download, traffic }: Origin,
  file: RuntimeFile,
  onBytes: (bytes: number) => void,
  onPiece?: (piece: Uint8Array<ArrayBuffer>) => void,
): Promise<ArrayBuffer> {
  const url = addressOf(folder, file);
  const have = held.get(url) ?? (await readKept(cache, url, file));
  if (have) {
    held.set(url, have);
    onBytes(file.bytes);
    onPiece?.(new Uint8Array(have));
    return have;
  }
  const streamed = hasDigest();
  // A browser that verifies for us hands the file over in one piece, without progress.
  const init = streamed ? {} : { integrity: file.integrity };
  const { ok, status, bytes } = await download(file.name, url, init, (piece) => {
    traffic.bytes += piece.byteLength;
    onBytes(piece.byteLength);
    onPiece?.(piece);
  });
  if (!ok) throw new Error(words.download.refused(file.name, status));
  if (streamed && (await integrityOf(bytes)) !== file.integrity) {
    throw new Error(words.download.changed(file.name));
  }
  held.set(url, bytes);
  // Nobody waits for the disk.
  void cache?.put(url, new Response(bytes)).catch(() => null);
  return bytes;
}

/** Null too where a disk or a hand has changed it. */
export async function readKept(
  cache: Cache | null,
  url: string,
  file: RuntimeFile,
): Promise<ArrayBuffer | null> {
  const response = await cache?.match(url).catch(() => undefined);
  const bytes = await response?.arrayBuffer().catch(() => null);
  return bytes && (await integrityOf(bytes)) === file.integrity ? bytes : null;
}

/** Drops what earlier versions of this site kept; another site under the same origin keeps its own. */
async function forgetOthers(cache: Cache | null, folder: URL, manifest: Manifest): Promise<void> {
  const { language, distributions, snapshots } = manifest;
  const wheels = Object.values(distributions).map(({ wheel }) => wheel);
  const files = [...coreOf(manifest), language, ...wheels, ...Object.values(snapshots)];
  const known = new Set([
    new URL('runtime.json', folder).href,
    ...files.map((file) => addressOf(folder, file)),
  ]);
  for (const { url } of (await cache?.keys()) ?? []) {
    if (url.startsWith(folder.href) && !known.has(url)) await cache?.delete(url);
  }
}
