/** What a button prints: the handout, or the notes with everything opened. Without a button it is the handout. */
export function offerPrinting(page: Document): void {
  const root = page.documentElement;
  page.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-print-as]') : null;
    if (!button) return;
    const closed = [...page.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    const whole = button.dataset.printAs === 'notes';
    if (whole) {
      root.dataset.print = 'notes';
      for (const one of closed) one.open = true;
    }
    window.print();
    if (!whole) return;
    delete root.dataset.print;
    for (const one of closed) one.open = false;
  });
}
