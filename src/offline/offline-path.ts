import { words } from '#words/offline';
import type { PathLessons } from './needed.ts';
import { openWorker } from './register.ts';
import type { Ask, Extent, Tell } from './inventory-messages.ts';
import { takenElsewhere } from './taken-elsewhere.ts';
import { noteTaken, takenPaths } from './taken.ts';

/** `since`: when it was taken, in milliseconds since 1970; null where it was not. */
export type Standing = Extent & { since: number | null };

type OnProgress = (loadedBytes: number, totalBytes: number) => void;

/** What of a path is on this device. All reject with a sentence. */
export type OfflinePath = {
  look(): Promise<Standing>;
  /** Fetches and keeps what is missing. Rejects too when nobody has `wanted` it any more; what has come is kept. */
  take(wanted: AbortSignal, onProgress: OnProgress): Promise<Standing>;
  /** Removes what no other path that was taken needs. */
  remove(): Promise<Standing>;
};

export function openOfflinePath(path: PathLessons): OfflinePath {
  const standing = (extent: Extent): Standing => ({
    ...extent,
    since: takenPaths()[path.id]?.since ?? null,
  });

  return {
    look: async () => standing(await ask({ kind: 'look', path })),
    async take(wanted, onProgress) {
      await openWorker();
      // Else a browser that runs short of room may clear it.
      await navigator.storage.persist().catch(() => false);
      wanted.throwIfAborted();
      const extent = await ask({ kind: 'take', path }, wanted, onProgress);
      noteTaken(path.id, { since: Date.now(), slugs: [...path.slugs] });
      return standing(extent);
    },
    async remove() {
      const others = Object.entries(takenPaths()).map(([id, { slugs }]) => ({ id, slugs }));
      const staying = others.filter(({ id }) => id !== path.id);
      const extent = await ask({ kind: 'remove', path, others: staying, elsewhere: takenElsewhere() });
      noteTaken(path.id, null);
      return standing(extent);
    },
  };
}

/** Off the page, which stays quick while much is fetched, verified and written; ended with its answer. */
async function ask(
  question: Ask,
  wanted = new AbortController().signal,
  onProgress: OnProgress = () => undefined,
): Promise<Extent> {
  const worker = new Worker(new URL('./inventory-worker.ts', import.meta.url), {
    type: 'module',
    name: 'Offline',
  });
  const { promise, resolve, reject } = Promise.withResolvers<Extent>();
  worker.onmessage = ({ data }: MessageEvent<Tell>) => {
    switch (data.kind) {
      case 'progress':
        onProgress(data.loadedBytes, data.totalBytes);
        return;
      case 'done':
        resolve(data.extent);
        return;
      case 'failed':
        reject(new Error(data.reason));
        return;
      default:
        data satisfies never;
    }
  };
  worker.onerror = (event) => {
    event.preventDefault();
    reject(new Error(words.reasons.notLoaded));
  };
  wanted.addEventListener('abort', () => reject(wanted.reason as Error));
  worker.postMessage(question);
  return promise.finally(() => worker.terminate());
}
