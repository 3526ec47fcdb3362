/** Predictions and hints in the prose are `<details data-progress-key>`: which ones are open is kept. */
export function trackDisclosures(
  page: Document,
  opened: readonly string[],
  onToggle: (key: string, isOpen: boolean) => void,
): () => void {
  for (const details of page.querySelectorAll<HTMLDetailsElement>('details[data-progress-key]')) {
    const key = details.dataset.progressKey ?? '';
    if (opened.includes(key)) details.open = true;
    // Opened before anyone listened.
    else if (details.open) onToggle(key, true);
  }
  const listener = (event: Event) => {
    const details = event.target;
    if (!(details instanceof HTMLDetailsElement)) return;
    const key = details.dataset.progressKey;
    if (key) onToggle(key, details.open);
  };
  page.addEventListener('toggle', listener, true);
  return () => page.removeEventListener('toggle', listener, true);
}
