import { words } from '#words/runtime';
import {
  addressOf,
  fetchManifest,
  loadFile,
  openOrigin,
  readKept,
  takesShippedSnapshots,
  type Whence,
} from './assets.ts';
import {
  coreOf,
  stackKey,
  toolsOf,
  wheelsOf,
  type Manifest,
  type RuntimeFile,
  type Stack,
} from './manifest.ts';

/** What Python needs in this browser, kept ahead of its use. */
export type Keeper = {
  manifest: Manifest;
  /** Whether it is kept; whether it is whole is looked at by `keep`, and by whoever uses it. */
  has(file: RuntimeFile): boolean;
  /** Fetches a file that is not kept whole, verified, and waits until it is written. Rejects as storage does, or with a sentence. */
  keep(file: RuntimeFile, onBytes: (bytes: number) => void): Promise<void>;
  forget(file: RuntimeFile): Promise<void>;
};

/** All files that programs on these stacks need where there is no network, each once; for no stack there is no program. */
export function filesOf(manifest: Manifest, stacks: readonly Stack[]): RuntimeFile[] {
  if (stacks.length === 0) return [];
  const { language, snapshots } = manifest;
  const ofStacks = stacks.flatMap((stack) => {
    const snapshot = takesShippedSnapshots() ? snapshots[stackKey(stack)] : undefined;
    return [...wheelsOf(manifest, stack), ...toolsOf(manifest, stack), ...(snapshot ? [snapshot] : [])];
  });
  const all = [...coreOf(manifest), language, ...ofStacks];
  return [...new Map(all.map((file) => [file.name, file])).values()];
}

/** Throws one sentence where there is no storage, or no list of the files. */
export async function openKeeper(whence: Whence): Promise<Keeper> {
  const origin = await openOrigin(whence);
  const { cache, folder } = origin;
  if (!cache) throw new Error(words.download.noStorage);
  const manifest = await fetchManifest(origin);
  const kept = new Set((await cache.keys()).map(({ url }) => url));

  return {
    manifest,
    has: (file) => kept.has(addressOf(folder, file)),
    async keep(file, onBytes) {
      const url = addressOf(folder, file);
      if (await readKept(cache, url, file)) {
        onBytes(file.bytes);
        return;
      }
      const bytes = await loadFile({ ...origin, cache: null, held: new Map() }, file, onBytes);
      await cache.put(url, new Response(bytes));
      kept.add(url);
    },
    async forget(file) {
      const url = addressOf(folder, file);
      await cache.delete(url);
      kept.delete(url);
    },
  };
}
