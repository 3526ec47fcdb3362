import { fetchAssets, type Assets } from './assets.ts';
import { openFrame, type Frame } from './frame-link.ts';
import { MEMORY_LIMIT_BYTES } from './limits.ts';
import { bootMachine, type Machine } from './machine.ts';
import type { Stack } from './manifest.ts';
import type { Boot } from './protocol.ts';
import { createSnapshotStore, type SnapshotStore } from './snapshot-store.ts';
import type { Storage } from './storage.ts';

/** Keeps one interpreter ready ahead of its use. */
export type Supply = {
  /** Begins the boot, once. */
  warm(): void;
  /** The next interpreter, which nobody else gets; null when it is no longer wanted by then. Another boots behind it. */
  take(isWanted: () => boolean): Promise<Machine | null>;
  dispose(): void;
};

export type SupplyOptions = {
  folder: URL;
  stack: Stack;
  startLimitSeconds: number;
  fetch: typeof globalThis.fetch;
  storage: Storage | null;
  onBoot: (boot: Boot) => void;
};

type Ground = { assets: Assets; frame: Frame; store: SnapshotStore; snapshot: ArrayBuffer | null };

export function createSupply(options: SupplyOptions): Supply {
  const { folder, stack, fetch, storage, startLimitSeconds, onBoot } = options;
  let ground: Promise<Ground> | null = null;
  let next: Promise<Machine> | null = null;
  let disposed = false;
  let waiting = 0;
  let readyOnce = false;
  let latest: Boot = { kind: 'idle' };

  /** A spare that boots behind a run is nobody's news until somebody waits for it. */
  function tell(boot: Boot): void {
    latest = boot;
    if (waiting > 0 || !readyOnce) onBoot(boot);
    if (boot.kind === 'ready') readyOnce = true;
  }

  async function layGround(): Promise<Ground> {
    tell({ kind: 'downloading', loadedBytes: 0, totalBytes: 0 });
    const onProgress = (loadedBytes: number, totalBytes: number) =>
      tell({ kind: 'downloading', loadedBytes, totalBytes });
    const assets = await fetchAssets({ folder, stack, fetch, storage, onProgress });
    const store = createSnapshotStore(storage, folder, assets.manifest.version, stack);
    const [frame, snapshot] = await Promise.all([openFrame(assets, startLimitSeconds), store.read()]);
    if (disposed) frame.remove();
    return { assets, frame, store, snapshot };
  }

  async function boot(): Promise<Machine> {
    const began = performance.now();
    ground ??= layGround();
    const base = await ground.catch((error: unknown) => {
      ground = null;
      throw error;
    });
    const machine = await restore(base).catch(() => null);
    const from = machine ? 'snapshot' : 'cold';
    const ready = machine ?? (await startCold(base));
    tell({ kind: 'ready', from, milliseconds: Math.round(performance.now() - began) });
    return ready;
  }

  async function restore(base: Ground): Promise<Machine | null> {
    if (!base.snapshot) return null;
    tell({ kind: 'starting', from: 'snapshot' });
    return start(base, base.snapshot).catch(async () => {
      base.snapshot = null;
      await base.store.discard();
      return null;
    });
  }

  function startCold(base: Ground): Promise<Machine> {
    tell({ kind: 'starting', from: 'cold' });
    return start(base, null);
  }

  function start({ assets, frame, store }: Ground, snapshot: ArrayBuffer | null): Promise<Machine> {
    const onSnapshot = (bytes: ArrayBuffer) => {
      void ground?.then((base) => (base.snapshot = bytes));
      void store.write(bytes);
    };
    const limits = { limitBytes: MEMORY_LIMIT_BYTES, limitSeconds: startLimitSeconds };
    return bootMachine(frame, { assets, stack, ...limits, snapshot, onSnapshot });
  }

  /** A boot that fails is forgotten, so that the learner's next action tries again. */
  function prepare(): Promise<Machine> {
    return (next ??= boot().catch((error: unknown) => {
      next = null;
      const reason = error instanceof Error ? error.message : String(error);
      tell({ kind: 'unavailable', reason });
      throw error;
    }));
  }

  const warm = () => void prepare().catch(() => null);

  return {
    warm,
    async take(isWanted) {
      waiting += 1;
      const prepared = prepare();
      if (readyOnce && latest.kind !== 'ready') onBoot(latest);
      const machine = await prepared.finally(() => (waiting -= 1));
      if (!isWanted()) return null;
      next = null;
      warm();
      return machine;
    },
    dispose() {
      disposed = true;
      void ground?.then(({ frame }) => frame.remove()).catch(() => null);
    },
  };
}
