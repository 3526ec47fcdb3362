import { LAST_LESSON, STAGES, readReached } from './reached.ts';

type Listed = { slug: string; item: HTMLElement; link: HTMLAnchorElement | null; reached: string[] };

/** Shows for each `[data-lesson]` of a list how far the learner has come: in words in its `[data-state]`, and on its curve. */
export function showStanding(page: Document): Listed[] {
  return [...page.querySelectorAll<HTMLElement>('[data-lesson]')].map((item) => {
    const slug = item.dataset.lesson ?? '';
    const reached = readReached(slug);
    const state = item.querySelector<HTMLElement>('[data-state]');
    if (state && reached.length > 0) {
      state.textContent = reached.includes('prove')
        ? 'Proved'
        : `${reached.length} of ${STAGES.length} stages`;
      state.hidden = false;
    }
    for (const name of reached) item.querySelector(`[data-part="${name}"]`)?.setAttribute('data-done', '');
    return { slug, item, link: item.querySelector('a'), reached };
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
  const last = lastOpened();
  const begun = open.find(({ slug }) => slug === last) ?? open.find(({ reached }) => reached.length > 0);
  const next = begun ?? (open.length < lessons.length ? open[0] : undefined);
  if (!button || !next?.link) return;
  const furthest = STAGES.findLast((stage) => next.reached.includes(stage));
  const stage = furthest && STAGES[STAGES.indexOf(furthest) + 1];
  button.textContent = `${begun ? 'Continue' : 'Begin'} “${next.link.textContent.trim()}”`;
  button.href = next.link.href + (stage ? `#${stage}` : '');
  next.item.querySelector('[data-next]')?.removeAttribute('hidden');
}

function lastOpened(): string | null {
  try {
    return localStorage.getItem(LAST_LESSON);
  } catch {
    return null;
  }
}
