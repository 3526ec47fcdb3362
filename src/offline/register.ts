import { href } from '../layouts/href.ts';

/**
 * The service worker that keeps the site, once it is active; null where there can be none: no support, no https, a browser
 * or a frame that forbids it, or a host that does not have it.
 */
export async function openWorker(): Promise<ServiceWorker | null> {
  if (import.meta.env.DEV) return null;
  try {
    return await activated(await navigator.serviceWorker.register(href('service-worker.js')));
  } catch {
    return null;
  }
}

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
  const worker = await openWorker();
  if (!worker) return;
  worker.postMessage({ keep: [location.href] });
  // What came before the worker did, or while it did.
  new PerformanceObserver((list) => {
    worker.postMessage({ keep: list.getEntries().map(({ name }) => name) });
  }).observe({ type: 'resource', buffered: true });
}
