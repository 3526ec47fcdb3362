import { words } from '#words/onward';
import { LAST_LESSON, STAGES, readReached, type Stage } from './reached.ts';

type Listed = { item: HTMLElement; reached: Stage[] };

/** Shows for each `[data-lesson]` of a list how far the learner has come: in words in its `[data-state]`, and on its curve. */
export function showStanding(page: Document): Listed[] {
  return [...page.querySelectorAll<HTMLElement>('[data-lesson]')].map((item) => {
    const reached = readReached(item.dataset.lesson ?? '');
    const state = item.querySelector<HTMLElement>('[data-state]');
    if (state && reached.length > 0) {
      state.textContent = reached.includes('prove')
        ? words.proved
        : words.stages(reached.length, STAGES.length);
      state.hidden = false;
    }
    for (const name of reached) item.querySelector(`[data-part="${name}"]`)?.setAttribute('data-done', '');
    return { item, reached };
  });
}

/**
 * Leads `[data-continue]` to where the learner stands, by the lessons that the page lists: to the lesson opened last, else to the
 * first that is begun and not proved, else, where some are proved, to the first that is not. Nothing known, it stays as it is. The
 * `[data-next]` of that lesson is shown.
 */
export function leadOn(page: Document): void {
  const button = page.querySelector<HTMLAnchorElement>('a[data-continue]');
  const lessons = showStanding(page);
  const open = lessons.filter(({ reached }) => !reached.includes('prove'));
  const begun =
    open.find(({ item }) => item.dataset.lesson === lastOpened()) ??
    open.find(({ reached }) => reached.length > 0);
  const next = begun ?? (open.length < lessons.length ? open[0] : undefined);
  if (!button || !next) return;
  const { item, reached } = next;
  const link = item.querySelector('a');
  if (!link) return;
  const furthest = reached.at(-1);
  const stage = furthest && STAGES[STAGES.indexOf(furthest) + 1];
  button.textContent = (begun ? words.continue : words.begin)(link.textContent.trim());
  button.href = link.href + (stage ? `#${stage}` : '');
  item.querySelector('[data-next]')?.removeAttribute('hidden');
}

function lastOpened(): string | null {
  try {
    return localStorage.getItem(LAST_LESSON);
  } catch {
    return null;
  }
}
