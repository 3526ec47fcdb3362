import { mount } from 'svelte';
import type { Along } from './needed.ts';
import OfflinePanel from './OfflinePanel.svelte';
import { createShelf } from './shelf.ts';

/** Puts the panel of a path where `target` is. */
export function showPanel(target: HTMLElement, along: Along): void {
  mount(OfflinePanel, { target, props: { shelf: createShelf(along) } });
}
