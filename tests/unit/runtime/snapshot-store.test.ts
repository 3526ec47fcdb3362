import { expect, test } from 'vitest';
import { createSnapshotStore } from '../../../src/runtime/snapshot-store.ts';
import { createFakeStorage, createFullStorage, forbidden } from './fake-cache.ts';

const folder = new URL('http://localhost/runtime/');
const flask = { packages: ['flask'], preload: ['flask'] };
const celery = { packages: ['celery'], preload: ['celery'] };
const bytes = new TextEncoder().encode('a snapshot').buffer;

test('a snapshot is read as it was written, for its own stack and version alone', async () => {
  const { storage } = createFakeStorage();
  await createSnapshotStore(storage, folder, 'v1', flask).write(bytes);
  expect(await createSnapshotStore(storage, folder, 'v1', flask).read()).toEqual(bytes);
  expect(await createSnapshotStore(storage, folder, 'v1', celery).read()).toBeNull();
  expect(await createSnapshotStore(storage, folder, 'v2', flask).read()).toBeNull();
});

test('a snapshot that was damaged is dropped', async () => {
  const { storage, contents } = createFakeStorage();
  const store = createSnapshotStore(storage, folder, 'v1', flask);
  await store.write(bytes);
  const [[url, response] = ['', new Response()]] = [...contents];
  contents.set(url, new Response('something else', { headers: response.headers }));
  expect(await store.read()).toBeNull();
  expect(contents.size).toBe(0);
});

test('snapshots of an earlier version make room', async () => {
  const { storage, contents } = createFakeStorage();
  await createSnapshotStore(storage, folder, 'v1', flask).write(bytes);
  await createSnapshotStore(storage, folder, 'v2', celery).write(bytes);
  expect([...contents.keys()].every((url) => url.includes('/v2/'))).toBe(true);
});

test('the oldest snapshot makes room for a fifth', async () => {
  const { storage, contents } = createFakeStorage();
  for (const name of ['one', 'two', 'three', 'four', 'five']) {
    await createSnapshotStore(storage, folder, 'v1', { packages: [name], preload: [] }).write(bytes);
  }
  const kept = [...contents.keys()].map((url) => /%22(\w+)%22/.exec(url)?.[1]);
  expect(kept).toEqual(['two', 'three', 'four', 'five']);
});

test('a snapshot that does not load is discarded', async () => {
  const { storage, contents } = createFakeStorage();
  const store = createSnapshotStore(storage, folder, 'v1', flask);
  await store.write(bytes);
  await store.discard();
  expect(contents.size).toBe(0);
});

test.each([
  ['absent', null],
  ['forbidden', forbidden],
  ['full', createFullStorage()],
])('storage that is %s keeps nothing and breaks nothing', async (_, storage) => {
  const store = createSnapshotStore(storage, folder, 'v1', flask);
  await store.write(bytes);
  expect(await store.read()).toBeNull();
  await store.discard();
});
