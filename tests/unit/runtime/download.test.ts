import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDownload } from '../../../src/runtime/download.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const never = (signal: AbortSignal | null | undefined) =>
  new Promise<never>((_, reject) =>
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))),
  );

/** A server whose bodies come as the test sends them. */
function createServer() {
  const bodies = new Map<string, ReadableStreamDefaultController<Uint8Array>>();
  const fetch: typeof globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url === 'silent') return never(init?.signal);
    return Promise.resolve(
      new Response(new ReadableStream<Uint8Array>({ start: (body) => void bodies.set(url, body) })),
    );
  };
  return { fetch, send: (url: string) => bodies.get(url)?.enqueue(new Uint8Array(4)), bodies };
}

test('a body that stalls is given up after the limit, and is named', async () => {
  const { fetch, send } = createServer();
  const coming = expect(createDownload(fetch, 20)('a.whl', 'a')).rejects.toThrow(
    'a.whl did not come: no byte for 20 seconds. Is the network slow or gone?',
  );
  await vi.advanceTimersByTimeAsync(15_000);
  send('a');
  await vi.advanceTimersByTimeAsync(20_000);
  await coming;
});

test('a request that has to wait for another is not given up while that one comes', async () => {
  const { fetch, send, bodies } = createServer();
  const download = createDownload(fetch, 20);
  const waiting = expect(download('b.whl', 'silent')).rejects.toThrow('b.whl did not come');
  const coming = download('a.whl', 'a');
  for (let second = 0; second < 100; second += 10) {
    await vi.advanceTimersByTimeAsync(10_000);
    send('a');
  }
  bodies.get('a')?.close();
  expect((await coming).bytes.byteLength).toBe(40);
  await vi.advanceTimersByTimeAsync(20_000);
  await waiting;
});

test('what nobody wants any more ends at once, with the reason', async () => {
  const { fetch } = createServer();
  const wanted = new AbortController();
  const download = createDownload(fetch, 20, wanted.signal);
  const both = ['silent', 'a'].map((url) => expect(download('a.whl', url)).rejects.toThrow('stopped'));
  await vi.advanceTimersByTimeAsync(1);
  wanted.abort(new Error('stopped'));
  await Promise.all(both);
  expect(vi.getTimerCount()).toBe(0);
});

test('a connection that is lost says whether anything had come', async () => {
  const { fetch, bodies } = createServer();
  const half = expect(createDownload(fetch, 20)('a.whl', 'a')).rejects.toThrow('a.whl came only in part');
  await vi.advanceTimersByTimeAsync(1);
  bodies.get('a')?.error(new TypeError('network error'));
  await half;
  const offline = () => Promise.reject(new TypeError('Failed to fetch'));
  await expect(createDownload(offline, 20)('a.whl', 'a')).rejects.toThrow('a.whl could not be reached.');
  expect(vi.getTimerCount()).toBe(0);
});
