/**
 * Hints in the prose are `<details data-progress-key>`, the answers of its predictions radios with such a key: which are
 * open, or chosen, is kept.
 */
export function trackDisclosures(
  page: Document,
  opened: readonly string[],
  onToggle: (key: string, isOpen: boolean) => void,
): () => void {
  for (const one of page.querySelectorAll('[data-progress-key]')) {
    const key = keyOf(one);
    if (opened.includes(key)) open(one);
    // Opened before anyone listened.
    else if (isOpen(one)) onToggle(key, true);
  }
  const listener = ({ target }: Event) => {
    for (const one of affected(page, target)) if (keyOf(one)) onToggle(keyOf(one), isOpen(one));
  };
  page.addEventListener('toggle', listener, true);
  page.addEventListener('change', listener, true);
  return () => {
    page.removeEventListener('toggle', listener, true);
    page.removeEventListener('change', listener, true);
  };
}

/** A radio that is chosen undoes the others of its name, and they say nothing. */
function affected(page: Document, target: EventTarget | null): readonly Element[] {
  if (target instanceof HTMLInputElement && target.name)
    return [...page.getElementsByName(target.name)].sort((one) => (one === target ? 1 : -1));
  return target instanceof HTMLDetailsElement ? [target] : [];
}

function keyOf(one: Element): string {
  return one instanceof HTMLElement ? (one.dataset.progressKey ?? '') : '';
}

function isOpen(one: Element): boolean {
  return one instanceof HTMLDetailsElement ? one.open : one instanceof HTMLInputElement && one.checked;
}

function open(one: Element): void {
  if (one instanceof HTMLDetailsElement) one.open = true;
  if (one instanceof HTMLInputElement) one.checked = true;
}
