import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../build/stage.ts';

export const VERDICTS = join(ROOT, '.cache', 'verdicts');
const KEPT_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;

/** What was judged before, a file each, called by the digest of all that decides it. */
export type Store = {
  /** Null when it was not judged yet; also when its file cannot be read, which is told in a line. */
  recall<T>(key: string, schema: z.core.$ZodType<T>): Promise<T | null>;
  keep(key: string, value: unknown): Promise<void>;
};

/** The key of what is decided by `parts` alone. */
export function keyOf(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** What nobody asked for in a month is let go. */
export async function openStore(folder = VERDICTS, say = console.error, now = Date.now()): Promise<Store> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const used = await stat(path).catch(() => null);
    if (used !== null && now - used.mtimeMs > KEPT_MILLISECONDS) await rm(path, { force: true });
  }
  return {
    async recall(key, schema) {
      const path = join(folder, `${key}.json`);
      const text = await readFile(path, 'utf8').catch(() => null);
      if (text === null) return null;
      const kept = z.safeParse(schema, parsed(text));
      if (!kept.success) {
        say(`${path} cannot be read, so what it held is judged again.`);
        return null;
      }
      const used = new Date(now);
      await utimes(path, used, used);
      return kept.data;
    },
    async keep(key, value) {
      // Whole or not at all, whoever else writes the same.
      const draft = join(folder, `${key}.${randomUUID()}`);
      await writeFile(draft, JSON.stringify(value));
      await rename(draft, join(folder, `${key}.json`));
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
