/** All of the search that a page runs by itself: its button and its keys. The rest is loaded when one of them is pressed. */
export function openOnUse(page: Document): void {
  const button = page.querySelector<HTMLElement>('[data-search]');
  if (!button) return;
  const open = async (): Promise<void> => {
    try {
      const { openDialog } = await import('./dialog.ts');
      openDialog(button.dataset.search ?? '/');
    } catch {
      button.dataset.failed = '';
      button.setAttribute('aria-label', 'Search could not be loaded: press to try again');
    }
  };
  button.addEventListener('click', () => void open());
  page.addEventListener('keydown', (event) => {
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
    const chord =
      event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || (!slash && !chord) || isTyping(event.target)) return;
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
