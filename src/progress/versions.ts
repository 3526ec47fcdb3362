import { VERSION } from './reached.ts';
import { Kept } from './schema.ts';

/** From a version to the next; each takes what lay under the older key and gives what the next one keeps. */
export type Migrations = Record<number, (older: unknown) => unknown>;
export const migrations: Migrations = {};

/** What was kept of a lesson by version `from`, as this one keeps it; null where it cannot be brought forward. */
export function broughtForward(older: unknown, from: number, steps: Migrations = migrations): Kept | null {
  let value = older;
  for (let version = from; version < VERSION; version++) {
    const step = steps[version];
    if (!step) return null;
    value = step(value);
  }
  return Kept.safeParse(value).data ?? null;
}
