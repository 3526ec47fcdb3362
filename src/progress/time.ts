const TICK_SECONDS = 20;
/** Who has touched nothing for so long is reading still; after that, away. */
const AWAY_SECONDS = 180;

/** Tells, twenty seconds at a time, how long somebody is at the page. Gives the function that ends it. */
export function timeAtPage(page: Document, tell: (seconds: number) => void): () => void {
  let touched = performance.now();
  const touch = () => (touched = performance.now());
  const kinds = ['pointermove', 'pointerdown', 'keydown', 'scroll'] as const;
  for (const kind of kinds) page.addEventListener(kind, touch, { passive: true, capture: true });
  const timer = setInterval(() => {
    const isThere = performance.now() - touched < AWAY_SECONDS * 1000;
    if (page.visibilityState === 'visible' && isThere) tell(TICK_SECONDS);
  }, TICK_SECONDS * 1000);
  return () => {
    clearInterval(timer);
    for (const kind of kinds) page.removeEventListener(kind, touch, { capture: true });
  };
}

const BROWSER_KEY = 'leaklab:browser';

/** The name under which this browser counts: made up once, and of nothing that anybody could be known by. */
export function browserName(): string {
  try {
    const known = localStorage.getItem(BROWSER_KEY);
    if (known !== null) return known;
    const name = Math.random().toString(36).slice(2, 10);
    localStorage.setItem(BROWSER_KEY, name);
    return name;
  } catch {
    return 'nameless';
  }
}
