/** A path that was taken offline: when, in milliseconds since 1970, and the slugs of its lessons. */
export type Taken = { since: number; slugs: string[] };

/** Not among what is kept of lessons: whoever deletes their progress keeps what is here. */
const keyOf = (site: string) => `leaklab-offline ${site}`;

/** The paths that were taken of the site that lies at `site`, by id; empty where nothing is kept, or nothing that can be read. */
export function takenPaths(
  storage: () => Storage = () => localStorage,
  site: string = import.meta.env.BASE_URL,
): Record<string, Taken> {
  try {
    const kept: unknown = JSON.parse(storage().getItem(keyOf(site)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, Taken] => isTaken(entry[1])),
    );
  } catch {
    return {};
  }
}

/** Null: it is no longer here. A browser that allows no storage forgets it. */
export function noteTaken(
  id: string,
  taken: Taken | null,
  storage: () => Storage = () => localStorage,
): void {
  const { [id]: _before, ...others } = takenPaths(storage);
  try {
    storage().setItem(
      keyOf(import.meta.env.BASE_URL),
      JSON.stringify(taken ? { ...others, [id]: taken } : others),
    );
  } catch {
    // The files are there all the same.
  }
}

function isTaken(value: unknown): value is Taken {
  const { since, slugs } = (value ?? {}) as Record<string, unknown>;
  return typeof since === 'number' && Array.isArray(slugs) && slugs.every((slug) => typeof slug === 'string');
}
