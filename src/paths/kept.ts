import type { Route } from './route.ts';

/** A path of a team's own, as this browser keeps it: its file, and what a lesson needs of it. */
export type KeptPath = { name: string; text: string; route: Route };

/** Not among what is kept of lessons: whoever deletes their progress keeps their path. */
const KEY = 'leaklab-path';
/** The one that was there before. */
const BEFORE = 'leaklab-path-before';
const SLUG = /^[a-z0-9-]{1,80}$/;

/** Null where there is none, or none that can be read. */
export function keptPath(storage: () => Storage = () => localStorage): KeptPath | null {
  return read(storage, KEY);
}

/** The one in whose place the present one came. */
export function pathBefore(storage: () => Storage = () => localStorage): KeptPath | null {
  return read(storage, BEFORE);
}

/** Keeps `path` in the place of another, which can be brought back; false where the browser has no room or allows none. */
export function keepPath(path: KeptPath, storage: () => Storage = () => localStorage): boolean {
  try {
    const store = storage();
    const before = store.getItem(KEY);
    store.setItem(KEY, JSON.stringify(path));
    if (before !== null && read(() => store, KEY)?.text !== textIn(before)) store.setItem(BEFORE, before);
    return true;
  } catch {
    return false;
  }
}

/** Forgets both. */
export function forgetPath(storage: () => Storage = () => localStorage): void {
  try {
    for (const key of [KEY, BEFORE]) storage().removeItem(key);
  } catch {
    // Then nothing was kept.
  }
}

function read(storage: () => Storage, key: string): KeptPath | null {
  try {
    const kept: unknown = JSON.parse(storage().getItem(key) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

function textIn(raw: string): unknown {
  try {
    return (JSON.parse(raw) as { text?: unknown }).text;
  } catch {
    return undefined;
  }
}

function isKept(kept: unknown): kept is KeptPath {
  if (typeof kept !== 'object' || kept === null) return false;
  const { name, text, route } = kept as Record<string, unknown>;
  if (typeof name !== 'string' || typeof text !== 'string') return false;
  const { title, steps } = (route ?? {}) as Record<string, unknown>;
  return typeof title === 'string' && Array.isArray(steps) && steps.every(isStep);
}

function isStep(step: unknown): boolean {
  const { slug, title, stages, minutes } = (step ?? {}) as Record<string, unknown>;
  return (
    typeof slug === 'string' &&
    SLUG.test(slug) &&
    typeof title === 'string' &&
    typeof minutes === 'number' &&
    (stages === null || (Array.isArray(stages) && stages.every((stage) => SLUG.test(String(stage)))))
  );
}
