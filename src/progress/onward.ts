import { LAST_LESSON, STAGES, readReached } from './reached.ts';

/**
 * Leads `[data-continue]` to where the learner stands, by the lessons that the page lists: to the lesson opened last, else to the
 * first that is begun and not proved, else, where some are proved, to the first that is not. Nothing known, it stays as it is.
 */
export function leadOn(page: Document): void {
  const button = page.querySelector<HTMLAnchorElement>('a[data-continue]');
  const lessons = [...page.querySelectorAll<HTMLElement>('[data-lesson]')].map((item) => {
    const slug = item.dataset.lesson ?? '';
    return { slug, link: item.querySelector('a'), reached: readReached(slug) };
  });
  const open = lessons.filter(({ reached }) => !reached.includes('prove'));
  const last = lastOpened();
  const begun = open.find(({ slug }) => slug === last) ?? open.find(({ reached }) => reached.length > 0);
  const next = begun ?? (open.length < lessons.length ? open[0] : undefined);
  if (!button || !next?.link) return;
  const furthest = next.reached.at(-1);
  const stage = furthest && STAGES[STAGES.indexOf(furthest) + 1];
  button.textContent = `${begun ? 'Continue' : 'Begin'} “${next.link.textContent.trim()}”`;
  button.href = next.link.href + (stage ? `#${stage}` : '');
}

function lastOpened(): string | null {
  try {
    return localStorage.getItem(LAST_LESSON);
  } catch {
    return null;
  }
}
