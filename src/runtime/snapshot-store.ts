import { stackKey, type Stack } from './manifest.ts';
import { integrityOf, openCache, type Storage } from './storage.ts';

/** Keeps the memory snapshot that this browser made. Every failure means: there is none. */
export type SnapshotStore = {
  read(): Promise<ArrayBuffer | null>;
  write(bytes: ArrayBuffer): Promise<void>;
  discard(): Promise<void>;
};

const CACHE = 'leaklab-snapshots';
const DIGEST = 'x-integrity';
/** Each is about 40 MB; the lessons of one part share a stack. */
const KEPT = 4;

export function createSnapshotStore(
  storage: Storage | null,
  folder: URL,
  version: string,
  stack: Stack,
): SnapshotStore {
  const all = new URL('snapshot/', folder).href;
  const ours = `${all}${version}/`;
  const key = ours + encodeURIComponent(stackKey(stack));
  const opened = openCache(storage, CACHE);

  async function read(): Promise<ArrayBuffer | null> {
    const cache = await opened;
    const response = await cache?.match(key);
    if (!response) return null;
    const bytes = await response.arrayBuffer();
    if ((await integrityOf(bytes)) === response.headers.get(DIGEST)) return bytes;
    await cache?.delete(key);
    return null;
  }

  async function write(bytes: ArrayBuffer): Promise<void> {
    const cache = await opened;
    const digest = await integrityOf(bytes);
    if (!cache || !digest) return;
    const urls = (await cache.keys()).map(({ url }) => url).filter((url) => url.startsWith(all));
    const current = urls.filter((url) => url.startsWith(ours) && url !== key);
    const old = urls.filter((url) => !url.startsWith(ours));
    for (const url of [...old, ...current.slice(0, -(KEPT - 1))]) await cache.delete(url);
    await cache.put(key, new Response(bytes, { headers: { [DIGEST]: digest } }));
  }

  return {
    read: () => read().catch(() => null),
    write: (bytes) => write(bytes).catch(() => undefined),
    discard: async () => {
      await (await opened)?.delete(key).catch(() => null);
    },
  };
}
