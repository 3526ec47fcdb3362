import type { Storage } from '../../../src/runtime/storage.ts';

/** Cache storage in memory; `contents` maps addresses to what is kept, of all caches together. */
export function createFakeStorage(): { storage: Storage; contents: Map<string, Response> } {
  const contents = new Map<string, Response>();
  const address = (request: RequestInfo | URL) =>
    request instanceof Request ? request.url : String(request);
  const cache = {
    match: (request: RequestInfo | URL) => Promise.resolve(contents.get(address(request))?.clone()),
    put: (request: RequestInfo | URL, response: Response) => {
      contents.set(address(request), response);
      return Promise.resolve();
    },
    delete: (request: RequestInfo | URL) => Promise.resolve(contents.delete(address(request))),
    keys: () => Promise.resolve([...contents.keys()].map((url) => new Request(url))),
  };
  return { storage: { open: () => Promise.resolve(cache as unknown as Cache) }, contents };
}

/** Storage that a browser denies, as in a private window or with cookies blocked. */
export const forbidden: Storage = {
  open: () => Promise.reject(new DOMException('The operation is insecure.', 'SecurityError')),
};

/** Storage without a byte to spare. */
export function createFullStorage(): Storage {
  const cache = {
    match: () => Promise.resolve(undefined),
    put: () => Promise.reject(new DOMException('The quota has been exceeded.', 'QuotaExceededError')),
    delete: () => Promise.resolve(false),
    keys: () => Promise.resolve([]),
  };
  return { open: () => Promise.resolve(cache as unknown as Cache) };
}
