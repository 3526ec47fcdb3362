import { mount, unmount } from 'svelte';
import { offerOffline } from '../offline/offer.ts';
import { showPathStanding } from '../progress/path-standing.ts';
import type { OpenedPath } from './open-own.ts';
import PathView from './PathView.svelte';

let shown: ReturnType<typeof mount> | null = null;

/** Puts a path where `target` is, with the learner’s progress on it. */
export async function showPath(
  target: HTMLElement,
  { path }: Extract<OpenedPath, { kind: 'path' }>,
): Promise<void> {
  if (shown) await unmount(shown);
  target.replaceChildren();
  shown = mount(PathView, { target, props: { path } });
  showPathStanding(document);
  offerOffline(document);
}
