import { words } from '#words/offline-start';
import { href } from '../layouts/href.ts';

/** The service worker that keeps the site, once it is active. Rejects with a sentence where there is none. */
export async function openWorker(): Promise<ServiceWorker> {
  const registration = await register().catch((error: unknown) => {
    throw new Error(isRefusal(error) ? words.notAllowed : words.notFetched);
  });
  const worker = registration && (await activated(registration));
  if (!worker) throw new Error(registration ? words.notFetched : words.notAllowed);
  return worker;
}

/** Null where the browser knows of none. A frame without an origin may not even ask. */
async function register(): Promise<ServiceWorkerRegistration | null> {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  if (!serviceWorker || import.meta.env.DEV) return null;
  return serviceWorker.register(href('service-worker.js'));
}

function isRefusal(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'SecurityError';
}

/** Null where it could not be set up: one of its files did not come. */
function activated({
  active,
  waiting,
  installing,
}: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const worker = active ?? waiting ?? installing;
  return new Promise((resolve) => {
    const tell = () => {
      if (worker?.state === 'activated') resolve(worker);
      else if (!worker || worker.state === 'redundant') resolve(null);
    };
    worker?.addEventListener('statechange', tell);
    tell();
  });
}

/** Has the site kept as it is visited, this page among it. Without a worker it does nothing. */
export async function keepVisited(): Promise<void> {
  const worker = await openWorker().catch(() => null);
  if (!worker) return;
  worker.postMessage({ keep: [location.href] });
  // What came before the worker did, or while it did.
  new PerformanceObserver((list) => {
    worker.postMessage({ keep: list.getEntries().map(({ name }) => name) });
  }).observe({ type: 'resource', buffered: true });
}
