import { words } from '#words/search-button';

/** All of the search that a page runs by itself: its button and its keys. The rest is loaded when one of them is pressed. */
export function openOnUse(page: Document): void {
  const button = page.querySelector<HTMLElement>('[data-search]');
  if (!button) return;
  const open = async (): Promise<void> => {
    try {
      const dialog = await import('./dialog.ts');
      dialog.openDialog(button.dataset.search ?? '/');
    } catch {
      button.dataset.failed = '';
      button.ariaLabel = words.notLoaded;
    }
  };
  button.addEventListener('click', () => void open());
  page.addEventListener('keydown', (event) => {
    const isChord = event.ctrlKey || event.metaKey;
    const isMeant =
      event.key === '/' ? !isChord : event.key.toLowerCase() === 'k' && isChord && !event.shiftKey;
    if (event.defaultPrevented || event.altKey || !isMeant || isTyping(event.target)) return;
    event.preventDefault();
    void open();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="textbox"], .monaco-editor') !== null)
  );
}
