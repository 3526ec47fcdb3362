export type Pane = 'read' | 'code' | 'results';

/** On a narrow screen one pane shows at a time; `data-pane` on the root says which, CSS does the rest. */
export class Panes {
  readonly all: readonly Pane[];
  current: Pane = $state('read');
  /** A result came while another pane was open. */
  unread: boolean = $state(false);
  #scroll = 0;

  /** Without prose beside it there is nothing to read. */
  constructor(beside: 'prose' | 'nothing') {
    this.all = beside === 'prose' ? ['read', 'code', 'results'] : ['code', 'results'];
    this.current = this.all[0] ?? 'code';
  }

  show(pane: Pane): void {
    if (this.current === 'read') this.#scroll = window.scrollY;
    this.current = pane;
    if (pane === 'results') this.unread = false;
    document.documentElement.dataset.pane = pane;
    if (isNarrow()) window.scrollTo({ top: pane === 'read' ? this.#scroll : 0, behavior: 'instant' });
  }

  /** A run began: on a narrow screen the curve is worth more than the code. */
  began(): void {
    if (isNarrow()) this.show('results');
  }

  settled(): void {
    this.unread = isNarrow() && this.current !== 'results';
  }
}

function isNarrow(): boolean {
  return matchMedia('(width < 900px)').matches;
}
