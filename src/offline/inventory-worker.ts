import { words } from '#words/offline';
import { formatBytes } from '../lenses/quantity.ts';
import { openInventory, type Item } from './inventory.ts';
import type { Ask, Extent, Tell } from './inventory-messages.ts';

const AT_ONCE = 4;

self.onmessage = ({ data }: MessageEvent<Ask>) => {
  const tell = (message: Tell) => self.postMessage(message);
  answer(data, tell).then(
    (extent) => tell({ kind: 'done', extent }),
    (error: unknown) => tell({ kind: 'failed', reason: sentence(error) }),
  );
};

async function answer(ask: Ask, tell: (message: Tell) => void): Promise<Extent> {
  const { itemsOf, pythonOf, lessons } = await openInventory();
  const items = itemsOf(ask.path);
  if (ask.kind === 'take') await take(items, tell);
  if (ask.kind === 'remove') {
    const known = (slugs: readonly string[]) => slugs.filter((slug) => lessons.has(slug));
    const others = ask.others.map(({ id, slugs }) => ({ id, slugs: known(slugs) }));
    const needed = [...others.flatMap(itemsOf), ...pythonOf(known(ask.elsewhere))];
    await remove(items, new Set(needed.map(({ key }) => key)));
  }
  return extentOf(items);
}

async function take(items: readonly Item[], tell: (message: Tell) => void): Promise<void> {
  const { bytes: totalBytes, missing } = extentOf(items);
  await expectRoom(missing);
  let loadedBytes = totalBytes - missing;
  const onBytes = (bytes: number) => {
    loadedBytes += bytes;
    tell({ kind: 'progress', loadedBytes, totalBytes });
  };
  onBytes(0);
  const left = items.filter(({ kept }) => !kept).values();
  const keepEach = async () => {
    for (const item of left) {
      await item.keep(onBytes);
      item.kept = true;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepEach));
}

async function remove(items: readonly Item[], needed: ReadonlySet<string>): Promise<void> {
  for (const item of items) {
    if (needed.has(item.key) || !item.forget) continue;
    await item.forget();
    item.kept = false;
  }
}

function extentOf(items: readonly Item[]): Extent {
  const sum = (some: readonly Item[]) => some.reduce((total, { bytes }) => total + bytes, 0);
  return { bytes: sum(items), missing: sum(items.filter(({ kept }) => !kept)) };
}

async function expectRoom(missing: number): Promise<void> {
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
  const free = Math.max(0, quota - usage);
  if (free < missing) throw new Error(words.reasons.tooLittleRoom(formatBytes(free), formatBytes(missing)));
}

function sentence(error: unknown): string {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return words.reasons.noRoom;
  return error instanceof Error ? error.message : String(error);
}
