import { words } from '#words/offline';
import { href, topHref } from '../layouts/href.ts';
import { createDownload } from '../runtime/download.ts';
import { filesOf, openKeeper, type Keeper } from '../runtime/keep.ts';
import { STALL_LIMIT_SECONDS } from '../runtime/limits.ts';
import type { RuntimeFile, Stack } from '../runtime/manifest.ts';
import { createSnapshotStore } from '../runtime/snapshot-store.ts';
import { browserStorage, integrityOf } from '../runtime/storage.ts';
import { belongsTo } from './builds.ts';
import { filesCache, LARGE_BYTES, pagesCache } from './caches.ts';
import { readListing } from './listing.ts';
import { neededFor, stacksOf, type PathLessons } from './needed.ts';

const { names, reasons } = words;

/** Something that a path needs, of the server and perhaps here. */
export type Item = {
  /** Equal for what several paths need. */
  key: string;
  bytes: number;
  kept: boolean;
  /** Rejects with a sentence, or as storage does. */
  keep(onBytes: (bytes: number) => void): Promise<void>;
  /** Null for what every page needs. */
  forget: (() => Promise<unknown>) | null;
};

/** What is to be kept at an address, and how it is told from something else. */
type Address = {
  name: string;
  url: string;
  cache: Cache;
  init?: RequestInit;
  /** Throws a sentence. */
  verify(bytes: ArrayBuffer, type: string): Promise<void> | void;
};

/** What there is on the server, and here. */
export type Inventory = {
  itemsOf(path: PathLessons): Item[];
  /** What lessons run on. */
  pythonOf(slugs: readonly string[]): Item[];
  lessons: ReadonlySet<string>;
};

/** Asks the server, or what was kept of it. Rejects with a sentence. */
export async function openInventory(): Promise<Inventory> {
  const site = new URL(href(), location.href).href;
  const folder = new URL(topHref('runtime/'), location.href);
  const storage = browserStorage();
  const keeper = await openKeeper({ folder, fetch: globalThis.fetch.bind(globalThis), storage });
  const list = createDownload(globalThis.fetch.bind(globalThis), STALL_LIMIT_SECONDS);
  const { ok, status, bytes } = await list(names.listing, `${site}offline.json`, { cache: 'no-cache' });
  if (!ok) throw new Error(reasons.notFetched(names.listing, status));
  const listing = readListing(new TextDecoder().decode(bytes));
  const built = new Set(listing.files.map(({ name }) => name));
  const [files, pages] = await Promise.all([
    caches.open(filesCache(site)),
    caches.open(pagesCache(site, listing.build)),
  ]);
  const here = new Set((await Promise.all([files.keys(), pages.keys()])).flat().map(({ url }) => url));

  async function fetchInto(
    { name, url, cache, init, verify }: Address,
    onBytes: (bytes: number) => void,
  ): Promise<void> {
    let type = '';
    const noting: typeof fetch = async (input, request) => {
      const response = await fetch(input, request);
      type = response.headers.get('Content-Type') ?? '';
      return response;
    };
    const download = createDownload(noting, STALL_LIMIT_SECONDS);
    const answer = await download(name, url, init, (piece) => onBytes(piece.byteLength));
    if (!answer.ok) throw new Error(reasons.notFetched(name, answer.status));
    await verify(answer.bytes, type);
    await cache.put(url, new Response(answer.bytes, { headers: { 'Content-Type': type } }));
  }

  function page(path: string): Item {
    const url = site + path;
    const address: Address = {
      ...{ name: path ? names.page(path) : names.startPage, url },
      ...{ cache: pages, init: { cache: 'no-cache' } },
      verify(content, type) {
        if (type.startsWith('text/html') && !belongsTo(built, new TextDecoder().decode(content)))
          throw new Error(reasons.renewed);
      },
    };
    return {
      ...{ key: url, bytes: listing.pages[path] ?? 0, kept: here.has(url) },
      keep: (onBytes) => fetchInto(address, onBytes),
      forget: /^(lessons|paths)\/./.test(path) ? () => pages.delete(url) : null,
    };
  }

  function file({ name, bytes: size, integrity }: RuntimeFile): Item {
    const url = `${site}_astro/${name}`;
    const address: Address = {
      ...{ name, url, cache: files },
      async verify(content) {
        if ((await integrityOf(content)) !== integrity) throw new Error(reasons.otherFile(name));
      },
    };
    return {
      ...{ key: url, bytes: size, kept: here.has(url) },
      keep: (onBytes) => fetchInto(address, onBytes),
      forget: size > LARGE_BYTES ? () => files.delete(url) : null,
    };
  }

  return {
    lessons: new Set(Object.keys(listing.lessons)),
    itemsOf(path) {
      const needed = neededFor(path, listing);
      return [...needed.pages.map(page), ...needed.files.map(file), ...pythonOf(needed.stacks)];
    },
    pythonOf: (slugs) => pythonOf(stacksOf(slugs, listing)),
  };

  function pythonOf(stacks: readonly Stack[]): Item[] {
    return filesOf(keeper.manifest, stacks).map((needs) => ofPython(keeper, needs));
  }

  function ofPython({ manifest, has, keep, forget }: Keeper, needs: RuntimeFile): Item {
    const unpacked = Object.entries(manifest.snapshots).find(([, { name }]) => name === needs.name);
    return {
      ...{ key: `runtime/${needs.name}`, bytes: needs.bytes, kept: has(needs) },
      async keep(onBytes) {
        await keep(needs, onBytes);
        // One that this browser has unpacked is not needed beside it.
        if (unpacked) await storeOf(unpacked[0]).discard();
      },
      forget: () => forget(needs),
    };
  }

  function storeOf(key: string) {
    const [packages, preload] = JSON.parse(key) as [string[], string[]];
    return createSnapshotStore(storage, folder, keeper.manifest.version, { packages, preload });
  }
}
