import { tick } from 'svelte';

/** Does what a control is for. Where the control goes with it, the keyboard goes on at `next`. */
export async function keepFocus(
  control: HTMLElement,
  act: () => void,
  next: () => HTMLElement | null,
): Promise<void> {
  act();
  await tick();
  if (!control.isConnected) next()?.focus();
}

/** The open file's tab: where the code can be reached from. */
export function openTab(): HTMLElement | null {
  return document.querySelector('[data-bench] [role=tab][aria-selected=true]');
}
