import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import * as z from 'zod/mini';
import { Outcome } from '../runtime/protocol.ts';
import { Explanation, Read } from '../runtime/report.ts';

/**
 * A run as it is kept. Its code is worth more than its results: what an older version of the site measured and this one
 * cannot read is left out, the code stays.
 */
export const KeptRun = z.object({
  slug: z.string(),
  task: z.enum(['observe', 'diagnose', 'check', 'trial']),
  title: z.string(),
  /** Null where it was not Run's. */
  load: z.catch(
    z.nullable(
      z.object({
        units: z.number(),
        isTurned: z.boolean(),
        others: z.readonly(z.array(z.object({ label: z.string(), value: z.number() }))),
      }),
    ),
    null,
  ),
  /** In milliseconds since 1970. */
  endedAt: z.number(),
  /** The learner's files, by name; of an own program its settings too. */
  texts: z.record(z.string(), z.string()),
  reads: z.catch(z.array(Read), []),
  outcome: z.catch(z.nullable(Outcome), null),
  explanation: z.catch(z.nullable(Explanation), null),
});
export type KeptRun = z.infer<typeof KeptRun>;

/** The runs of every lesson and sandbox, in this browser. It holds what no localStorage has room for. */
export type RunStore = {
  /** Of one lesson or sandbox, the oldest first. */
  list(slug: string): Promise<KeptRun[]>;
  /** Where more than `most` would be kept, the oldest of its lesson goes. */
  keep(run: KeptRun, most: number): Promise<void>;
  /** Of all lessons and sandboxes, in the order in which they were kept. */
  all(): Promise<KeptRun[]>;
  clear(): Promise<void>;
};

type Schema = DBSchema & { runs: { key: number; value: unknown; indexes: { slug: string } } };

const DATABASE = 'leaklab';
const VERSION = 1;

/** Rejects where the browser has no database, or forbids it. */
export async function openRunStore(): Promise<RunStore> {
  const database: IDBPDatabase<Schema> = await openDB<Schema>(DATABASE, VERSION, {
    upgrade: (fresh) => fresh.createObjectStore('runs', { autoIncrement: true }).createIndex('slug', 'slug'),
  });
  return {
    async list(slug) {
      const found = await database.getAllFromIndex('runs', 'slug', slug);
      return found.flatMap((one) => KeptRun.safeParse(one).data ?? []);
    },
    async keep(run, most) {
      const transaction = database.transaction('runs', 'readwrite');
      await transaction.store.add(run);
      const keys = await transaction.store.index('slug').getAllKeys(run.slug);
      await Promise.all(keys.slice(0, -most).map((key) => transaction.store.delete(key)));
      await transaction.done;
    },
    async all() {
      const found = await database.getAll('runs');
      return found.flatMap((one) => KeptRun.safeParse(one).data ?? []);
    },
    clear: () => database.clear('runs'),
  };
}
