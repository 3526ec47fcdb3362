import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepVisited, openWorker } from '../../../src/offline/register.ts';

/** A worker whose state can change. */
class FakeWorker extends EventTarget {
  state = 'installing';
  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

function browserWith(serviceWorker: unknown): void {
  vi.stubGlobal('navigator', { serviceWorker });
}
const registering = (registration: object) => ({ register: () => Promise.resolve(registration) });
const failing = (error: Error) => ({ register: () => Promise.reject(error) });

beforeEach(() => vi.stubEnv('DEV', false));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test('a worker that is there is the one, even while the next waits', async () => {
  const active = Object.assign(new FakeWorker(), { state: 'activated' });
  browserWith(registering({ active, waiting: new FakeWorker(), installing: null }));
  expect(await openWorker()).toBe(active);
});

test('the first one is waited for', async () => {
  const installing = new FakeWorker();
  browserWith(registering({ active: null, waiting: null, installing }));
  const opened = openWorker();
  await Promise.resolve();
  installing.become('installed');
  installing.become('activated');
  expect(await opened).toBe(installing);
});

test('one that could not fetch its files is told from a browser that allows none', async () => {
  const installing = Object.assign(new FakeWorker(), { state: 'redundant' });
  browserWith(registering({ active: null, waiting: null, installing }));
  await expect(openWorker()).rejects.toThrow('Is the network there?');
  browserWith(failing(new TypeError('Failed to fetch')));
  await expect(openWorker()).rejects.toThrow('Is the network there?');
  browserWith(failing(new DOMException('denied', 'SecurityError')));
  await expect(openWorker()).rejects.toThrow('does not let the site work offline');
  browserWith(undefined);
  await expect(openWorker()).rejects.toThrow('does not let the site work offline');
});

test('a frame that may not even ask has none', async () => {
  vi.stubGlobal('navigator', {
    get serviceWorker() {
      throw new DOMException('sandboxed', 'SecurityError');
    },
  });
  await expect(openWorker()).rejects.toThrow('does not let the site work offline');
  await expect(keepVisited()).resolves.toBeUndefined();
});
