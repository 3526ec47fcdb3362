/** The part of Cache storage that is used here; a browser may lack it, forbid it or have it full. */
export type Storage = Pick<CacheStorage, 'open'>;

/** Null when there is no storage: everything works without, only slower. */
export async function openCache(storage: Storage | null, name: string): Promise<Cache | null> {
  return storage ? storage.open(name).catch(() => null) : null;
}

/** Reading the property alone can throw, in a sandboxed document for one. */
export function browserStorage(): Storage | null {
  try {
    const { caches } = globalThis as { caches?: CacheStorage };
    return caches ?? null;
  } catch {
    return null;
  }
}

/** As in an `integrity` attribute. Null where the page was not served securely: there is no digest then. */
export async function integrityOf(bytes: BufferSource): Promise<string | null> {
  if (!hasDigest()) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/** Only a page that was served securely has one. */
export function hasDigest(): boolean {
  return 'subtle' in crypto && Boolean(crypto.subtle);
}
