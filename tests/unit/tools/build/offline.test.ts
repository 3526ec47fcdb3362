import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readListing } from '../../../../src/offline/listing.ts';
import { writeOffline } from '../../../../tools/build/offline.ts';

const lessons = { one: { packages: ['flask'], preload: [] } };
let folder: string;

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

async function written() {
  await writeOffline(folder);
  const worker = await readFile(join(folder, 'service-worker.js'), 'utf8');
  return { listing: readListing(await readFile(join(folder, 'offline.json'), 'utf8')), worker };
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leaklab-site-'));
  await put('offline.json', JSON.stringify({ lessons }));
  await put('index.html', 'start');
  await put('404.html', 'none');
  await put('lessons/one/index.html', 'a lesson');
  await put('_astro/page.00000000.js', 'script');
  await put('runtime/runtime.json', '{}');
  await put('pagefind/pagefind.js', 'search');
});
afterEach(() => rm(folder, { recursive: true }));

test('the list has the site’s files with their digests, its pages by address, and the lessons’ stacks', async () => {
  const { listing } = await written();
  expect(listing.files).toEqual([
    { name: 'page.00000000.js', bytes: 6, integrity: expect.stringMatching(/^sha256-/) as string },
  ]);
  expect(listing.pages).toEqual({ '': 5, '404.html': 4, 'lessons/one/': 8 });
  expect(listing.lessons).toEqual(lessons);
});

test('a site of another language that lies below it is none of its own', async () => {
  const before = await written();
  await put('de/index.html', 'Anfang');
  await put('de/_astro/page.00000000.js', 'script');
  expect(await written()).toEqual(before);
});

test('the service worker is one script that has the list of its build in it', async () => {
  const { listing, worker } = await written();
  expect(worker).toContain(JSON.stringify({ build: listing.build, files: listing.files }));
  expect(worker).not.toMatch(/^\s*(import|export)\b|process\.env/m);
});

test('a build is another one when a page has changed, and the same when it is written twice', async () => {
  const first = await written();
  expect(await written()).toEqual(first);
  await put('lessons/one/index.html', 'a better lesson');
  const second = await written();
  expect(second.listing.build).not.toBe(first.listing.build);
  expect(second.worker).not.toBe(first.worker);
});
