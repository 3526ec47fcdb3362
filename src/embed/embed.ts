import { words } from '#words/embed';

/**
 * A page in a frame of another site, `?embed=<origin of that site>`. It tells that origin, and nobody else, how high it is and how
 * far the learner came: `{ source: 'leaklab', kind: 'height', height }` in pixels, and
 * `{ source: 'leaklab', kind: 'reached', page, reached, proved }`, where `page` is the address below the site's own and `reached`
 * are the stages of a lesson. It listens to no message. A page of the site's own origin that frames it is as high as it likes, and
 * nothing is kept apart from it.
 */
export function beEmbedded(page: Window): void {
  const { document, location } = page;
  const to = originIn(location.search);
  const isOwn = to === location.origin;
  document.documentElement.dataset.embed = isOwn ? 'own' : '';
  const post = (message: object): void => {
    if (to !== null && page.parent !== page) page.parent.postMessage({ source: 'leaklab', ...message }, to);
  };

  const root = document.documentElement;
  const tellHeight = () => post({ kind: 'height', height: document.body.scrollHeight });
  new ResizeObserver(tellHeight).observe(document.body);
  const tellReached = () => {
    const reached = (root.dataset.reached ?? '').split(' ').filter(Boolean);
    if (reached.length === 0) return;
    // Wherever the site lies: a lesson and a sandbox are two folders below it.
    const [path = ''] = /[^/]+\/[^/]+\/$/.exec(location.pathname) ?? [];
    post({ kind: 'reached', page: path, reached, proved: reached.includes('prove') });
  };
  new MutationObserver(tellReached).observe(root, { attributeFilter: ['data-reached'] });
  tellReached();

  if (!isOwn) document.body.append(wayOut(document, location));
  // What leaves the page would take the place of the lesson in somebody's wiki.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link && link.href !== '' && new URL(link.href).pathname !== location.pathname) {
      link.target = '_blank';
      link.rel = 'noopener';
    }
  });
}

/** The origin that the address names; null for one that is none. */
export function originIn(search: string): string | null {
  const named = new URLSearchParams(search).get('embed') ?? '';
  const url = URL.parse(named);
  return url && /^https?:$/.test(url.protocol) && url.origin === named ? named : null;
}

function wayOut(page: Document, { href }: Location): HTMLElement {
  const address = new URL(href);
  address.searchParams.delete('embed');
  const line = page.createElement('p');
  line.className = 'embedded';
  const link = page.createElement('a');
  link.href = address.href;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = words.wayOut;
  line.append(`${words.inFrame} `, link);
  return line;
}
