import { flushSync, mount } from 'svelte';
import { pagefindSearch } from './pagefind.ts';
import SearchDialog from './SearchDialog.svelte';

type Dialog = { open: () => void };

let dialog: Dialog | null = null;

/** Opens the page's one search dialog; `base` is where the site begins. */
export function openDialog(base: string): void {
  dialog ??= mount(SearchDialog, {
    target: document.body,
    props: { search: pagefindSearch(base), base },
  }) as Dialog;
  flushSync();
  dialog.open();
}
