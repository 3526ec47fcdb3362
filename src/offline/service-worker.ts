import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { belongsTo, stemOf } from './builds.ts';
import { filesCache, LARGE_BYTES, pagesCache, pagesOf } from './caches.ts';
import type { Listing } from './listing.ts';
import { isOwn } from './own-pages.ts';

/** Which TypeScript's library for pages does not know. */
type Extendable = Event & { waitUntil(work: Promise<unknown>): void };
type Scope = {
  /** Put before this script by the build. */
  BUILD: Pick<Listing, 'build' | 'files'>;
  registration: ServiceWorkerRegistration;
  clients: { claim(): Promise<void> };
  addEventListener(kind: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(kind: 'message', listener: (event: Extendable & MessageEvent) => void): void;
};
const scope = self as unknown as Scope;

/** A page that is kept is shown when the network has said nothing for so long. */
const PATIENCE_SECONDS = 4;

const { build, files } = scope.BUILD;
const site = scope.registration.scope;
const folder = `${site}_astro/`;
const fallback = `${site}offline/`;
const byUrl = new Map(files.map((file) => [folder + file.name, file]));
const names = new Set(files.map(({ name }) => name));
const matchOptions = { ignoreVary: true };

const isPage = (url: string) => isOwn(site, url) && !url.startsWith(folder);

const keptFiles = new CacheFirst({
  cacheName: filesCache(site),
  matchOptions,
  plugins: [
    {
      cacheWillUpdate: async ({ request, response }) =>
        (await isGenuine(request.url, response.clone())) ? response : null,
    },
  ],
});

const keptPages = new NetworkFirst({
  cacheName: pagesCache(site, build),
  networkTimeoutSeconds: PATIENCE_SECONDS,
  matchOptions,
  plugins: [
    {
      // Else a browser may take a page from its own cache whose files are gone from the server.
      requestWillFetch: async ({ request }) => new Request(request, { cache: 'no-cache' }),
      cacheKeyWillBeUsed: async ({ request }) => addressOf(request.url),
      fetchDidSucceed: async ({ response }) => {
        // What stands before a server that is down says so in its place.
        if (response.status >= 500) throw new Error(`The server answered ${response.status}.`);
        return response;
      },
      cacheWillUpdate: async ({ response }) => ((await isOfThisBuild(response.clone())) ? response : null),
      handlerDidError: async ({ request }) =>
        request.mode === 'navigate'
          ? caches.match(fallback, { cacheName: pagesCache(site, build) })
          : undefined,
    },
  ],
});

registerRoute(({ url }) => byUrl.has(url.href), keptFiles);
registerRoute(({ url }) => isPage(url.href), keptPages);

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('message', (event) => {
  const { keep } = event.data as { keep?: unknown };
  if (Array.isArray(keep)) event.waitUntil(Promise.all(keep.map((url) => keepVisited(String(url)))));
});

/** Brings what every page needs, and of this build whatever was kept of the one before. While one fails, that one stays. */
async function install(): Promise<void> {
  const cache = await caches.open(filesCache(site));
  const kept = (await cache.keys()).map(({ url }) => url);
  const stems = new Set(kept.map((url) => stemOf(url.slice(folder.length))));
  const wanted = files.filter(({ bytes, name }) => bytes <= LARGE_BYTES || stems.has(stemOf(name)));
  await Promise.all(
    wanted.filter(({ name }) => !kept.includes(folder + name)).map(({ name }) => keepFile(folder + name)),
  );
  const before = await Promise.all(
    (await pagesBefore()).map(async (name) => (await caches.open(name)).keys()),
  );
  for (const url of new Set([fallback, ...before.flat().map((request) => request.url)])) await keepPage(url);
}

/** No page of an earlier build is open any more. */
async function activate(): Promise<void> {
  for (const name of await pagesBefore()) await caches.delete(name);
  const cache = await caches.open(filesCache(site));
  for (const { url } of await cache.keys()) if (!byUrl.has(url)) await cache.delete(url);
  await scope.clients.claim();
}

async function pagesBefore(): Promise<string[]> {
  const pages = (await caches.keys()).filter((name) => name.startsWith(pagesOf(site)));
  return pages.filter((name) => name !== pagesCache(site, build));
}

/** What a page had loaded before there was a worker. */
async function keepVisited(url: string): Promise<void> {
  const address = addressOf(url);
  const isFile = byUrl.has(address);
  if (!isFile && !isPage(address)) return;
  const cacheName = isFile ? filesCache(site) : pagesCache(site, build);
  if (await caches.match(address, { cacheName, ...matchOptions })) return;
  await (isFile ? keepFile : keepPage)(address).catch(() => null);
}

async function keepFile(url: string): Promise<void> {
  const response = await fetch(url, { integrity: byUrl.get(url)?.integrity ?? '' });
  if (!response.ok) throw new Error(`${url} could not be fetched: the server answered ${response.status}.`);
  await (await caches.open(filesCache(site))).put(url, response);
}

async function keepPage(url: string): Promise<void> {
  const response = await fetch(url, { cache: 'no-cache' });
  const { status } = response;
  if (status >= 400 && status < 500) return;
  if (!(await isOfThisBuild(response.clone())))
    throw new Error(`${url} is no page of this build (${status}).`);
  await (await caches.open(pagesCache(site, build))).put(url, response);
}

/** A page is one, whatever was asked of it. */
function addressOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

async function isOfThisBuild(response: Response): Promise<boolean> {
  if (response.status !== 200 || response.redirected || response.type !== 'basic') return false;
  const isHtml = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  return !isHtml || belongsTo(names, await response.text());
}

async function isGenuine(url: string, response: Response): Promise<boolean> {
  if (response.status !== 200) return false;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()));
  return byUrl.get(url)?.integrity === `sha256-${btoa(String.fromCharCode(...digest))}`;
}
