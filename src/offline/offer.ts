import { words } from '#words/offline-offer';
import { takenPaths } from './taken.ts';

/** All that a page of a path runs of this by itself: the panel is loaded when it is opened, or open where the path was taken. */
export function offerOffline(page: Document): void {
  const details = page.querySelector<HTMLDetailsElement>('[data-take]');
  const target = details?.querySelector<HTMLElement>('[data-take-panel]');
  if (!details || !target) return;
  const { take: id = '', slugs = '' } = details.dataset;
  let shown = false;

  const open = async () => {
    if (!details.open || shown) return;
    shown = true;
    try {
      const { showPanel } = await import('./show-panel.ts');
      target.replaceChildren();
      showPanel(target, { id, slugs: slugs.split(' ') });
    } catch {
      shown = false;
      target.textContent = words.notLoaded;
    }
  };
  details.addEventListener('toggle', () => void open());
  if (id in takenPaths()) details.open = true;
}
