import { fetchAssets, fetchLanguage, type Assets } from './assets.ts';
import { bootInFrame } from './frame-channel.ts';
import { openFrame, type FrameClient } from './frame-client.ts';
import { ANSWER_LIMIT_SECONDS, MEMORY_LIMIT_BYTES } from './limits.ts';
import type { Stack } from './manifest.ts';
import type { Boot } from './protocol.ts';
import { openInterpreter, type Channel, type InterpreterHandle } from './runner.ts';
import { createSnapshotStore, type SnapshotStore } from './snapshot-store.ts';
import type { Storage } from './storage.ts';

/** Keeps one interpreter ready ahead of its use. */
export type InterpreterPool = {
  /** Begins the boot, once; again after one that failed. */
  warm(): void;
  /** Opens the next interpreter, which nobody else gets. Another boots behind it. */
  take(): InterpreterHandle;
  /** Boots one that answers an editor and carries out no program. Rejects with one sentence. */
  openLanguage(): Promise<Channel>;
  dispose(): void;
};

export type InterpreterPoolOptions = {
  folder: URL;
  stack: Stack;
  startLimitSeconds: number;
  timeLimitSeconds: number;
  fetch: typeof globalThis.fetch;
  storage: Storage | null;
  onBoot: (boot: Boot) => void;
};

/** What every boot starts from. */
type Runtime = { assets: Assets; frame: FrameClient; store: SnapshotStore };
type Ready = { runtime: Runtime; channel: Channel };

export function createInterpreterPool(options: InterpreterPoolOptions): InterpreterPool {
  const { folder, stack, fetch, storage, startLimitSeconds, timeLimitSeconds, onBoot } = options;
  let loaded: Promise<Runtime> | null = null;
  let next: Promise<Ready> | null = null;
  let disposed = false;
  /** Set while files are on their way. */
  let download: AbortController | null = null;
  const held = new Map<string, ArrayBuffer>();
  const waiting = new Set<AbortSignal>();
  let readyOnce = false;
  let latest: Boot = { kind: 'idle' };

  /** A spare that boots behind a run is nobody's news until somebody waits for it. */
  function tell(boot: Boot): void {
    latest = boot;
    if (waiting.size > 0 || !readyOnce) onBoot(boot);
    if (boot.kind === 'ready') readyOnce = true;
  }

  async function load(): Promise<Runtime> {
    tell({ kind: 'downloading', loadedBytes: 0, totalBytes: 0 });
    const { signal: wanted } = (download = new AbortController());
    const onProgress = (loadedBytes: number, totalBytes: number) => {
      if (!wanted.aborted) tell({ kind: 'downloading', loadedBytes, totalBytes });
    };
    const limits = { answerSeconds: ANSWER_LIMIT_SECONDS, startSeconds: startLimitSeconds };
    const storeOf = (version: string) => createSnapshotStore(storage, folder, version, stack);
    const { promise: frame, resolve } = Promise.withResolvers<FrameClient>();
    const coming = fetchAssets({
      ...{ folder, stack, fetch, storage, held, wanted, onProgress },
      readSnapshot: (version) => storeOf(version).read(),
      onFrame: (contents) => resolve(openFrame(contents, limits)),
    });
    try {
      const [assets, opened] = await Promise.all([coming, frame]);
      wanted.throwIfAborted();
      download = null;
      held.clear();
      if (disposed) opened.remove();
      return { assets, frame: opened, store: storeOf(assets.manifest.version) };
    } catch (error) {
      void frame.then((opened) => opened.remove()).catch(() => null);
      throw error;
    }
  }

  /** Lets go of files that are on their way, perhaps for ever: the next boot asks for them anew. */
  function abandonDownload(): void {
    if (!download) return;
    download.abort();
    download = loaded = next = null;
    tell({ kind: 'idle' });
  }

  /** What every boot starts from: loaded once, and again when its frame is gone. */
  async function open(): Promise<Runtime> {
    const loading = (loaded ??= load());
    const runtime = await loading.catch((error: unknown) => {
      if (loaded === loading) download = loaded = null;
      throw error;
    });
    if (await runtime.frame.answers()) return runtime;
    runtime.frame.remove();
    if (loaded === loading) loaded = null;
    return open();
  }

  async function boot(): Promise<Ready> {
    const began = performance.now();
    const runtime = await open();
    const restored = await restore(runtime).catch(() => null);
    const from = restored ? 'snapshot' : 'cold';
    const channel = restored ?? (await startCold(runtime));
    tell({ kind: 'ready', from, milliseconds: Math.round(performance.now() - began) });
    return { runtime, channel };
  }

  async function restore(runtime: Runtime): Promise<Channel | null> {
    const { assets, store } = runtime;
    const { snapshot } = assets;
    if (!snapshot) return null;
    tell({ kind: 'starting', from: 'snapshot' });
    try {
      const channel = await start(runtime, snapshot.bytes);
      if (!snapshot.kept) void store.write(snapshot.bytes);
      snapshot.kept = true;
      return channel;
    } catch {
      assets.snapshot = null;
      await store.discard();
      return null;
    }
  }

  function startCold(runtime: Runtime): Promise<Channel> {
    tell({ kind: 'starting', from: 'cold' });
    return start(runtime, null);
  }

  function start(runtime: Runtime, snapshot: ArrayBuffer | null): Promise<Channel> {
    const onSnapshot = (bytes: ArrayBuffer) => {
      runtime.assets.snapshot = { bytes, kept: true };
      void runtime.store.write(bytes);
    };
    const limits = { limitBytes: MEMORY_LIMIT_BYTES, limitSeconds: startLimitSeconds };
    return bootInFrame(runtime.frame, { assets: runtime.assets, stack, ...limits, snapshot, onSnapshot });
  }

  async function openLanguage(): Promise<Channel> {
    const { frame, assets } = await open();
    const language = await fetchLanguage(options, assets.manifest);
    const limits = { limitBytes: MEMORY_LIMIT_BYTES, limitSeconds: startLimitSeconds };
    const snapshot = assets.snapshot?.bytes ?? null;
    return bootInFrame(frame, { assets, stack, ...limits, snapshot, language, onSnapshot: () => undefined });
  }

  /** A boot that fails is forgotten, so that the learner's next action tries again. */
  function prepare(): Promise<Ready> {
    if (next) return next;
    const prepared = boot().catch((error: unknown) => {
      if (next === prepared) {
        next = null;
        const reason = error instanceof Error ? error.message : String(error);
        tell({ kind: 'unavailable', reason });
      }
      throw error;
    });
    return (next = prepared);
  }

  const warm = () => void prepare().catch(() => null);

  async function takeNext(wanted: AbortSignal): Promise<Channel | null> {
    const leave = () => waiting.delete(wanted);
    waiting.add(wanted);
    wanted.addEventListener('abort', () => leave() && waiting.size === 0 && abandonDownload());
    const prepared = prepare();
    if (readyOnce && latest.kind !== 'ready') onBoot(latest);
    const ready = await prepared.finally(leave);
    const runtime = await open();
    if (wanted.aborted) return null;
    // Somebody who waited for the same one was first.
    if (next !== prepared) return takeNext(wanted);
    next = null;
    // Its frame has ended while it waited.
    if (ready.runtime !== runtime) return takeNext(wanted);
    warm();
    return ready.channel;
  }

  return {
    warm,
    take: () => openInterpreter(takeNext, timeLimitSeconds),
    openLanguage,
    dispose() {
      disposed = true;
      download?.abort();
      void loaded?.then(({ frame }) => frame.remove()).catch(() => null);
    },
  };
}
