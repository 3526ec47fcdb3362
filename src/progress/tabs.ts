/**
 * Tells whether another tab has the same lesson open: true at once where one was first, false when that one is closed.
 * Silent where the browser has no locks. Gives the function that ends it.
 */
export function watchTabs(slug: string, onShared: (shared: boolean) => void): () => void {
  // Absent where the page was not served securely.
  const locks = (navigator as Partial<Navigator>).locks;
  if (!locks) return () => undefined;
  const name = `leaklab:${slug}`;
  const ended = new AbortController();
  const held = new Promise<void>((resolve) => ended.signal.addEventListener('abort', () => resolve()));

  async function watch(api: LockManager): Promise<void> {
    const first = await api.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await held;
      return lock !== null;
    });
    if (first) return;
    onShared(true);
    await api.request(name, { signal: ended.signal }, async () => {
      onShared(false);
      await held;
    });
  }

  watch(locks).catch(() => undefined);
  return () => ended.abort();
}
