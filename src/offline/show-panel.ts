import { mount } from 'svelte';
import type { PathLessons } from './needed.ts';
import OfflinePanel from './OfflinePanel.svelte';
import { openOfflinePath } from './offline-path.ts';

/** Puts the panel of a path where `target` is. */
export function showPanel(target: HTMLElement, path: PathLessons): void {
  mount(OfflinePanel, { target, props: { path: openOfflinePath(path) } });
}
