import { words } from '#words/rail';
import { STAGES, type Stage } from './reached.ts';

/** Marks reached stages on the page's rail, for the eye and in words, and on its root: figures wait in the prose for them. */
export function markRail(page: Document, reached: readonly Stage[]): void {
  page.documentElement.dataset.reached = reached.join(' ');
  for (const link of page.querySelectorAll<HTMLElement>('[data-rail] [data-stage]')) {
    const done = reached.some((stage) => stage === link.dataset.stage);
    if (!done || 'done' in link.dataset) continue;
    link.dataset.done = '';
    const word = page.createElement('span');
    word.className = 'visually-hidden';
    word.textContent = words.done;
    link.append(word);
  }
}

/** Keeps the rail's current stage in step with what is read, and tells of the two stages that reading alone reaches. */
export function followReading(page: Document, onRead: (stage: Stage) => void): () => void {
  const sections = STAGES.flatMap((stage) => page.getElementById(stage) ?? []);
  const current = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) setCurrent(page, target.id);
    },
    { rootMargin: '-30% 0px -65% 0px' },
  );
  for (const section of sections) current.observe(section);
  const scrolled = () => {
    if (hasPassed(page, 'symptom')) onRead('symptom');
    if (hasPassed(page, 'transfer')) onRead('transfer');
  };
  page.addEventListener('scroll', scrolled, { passive: true });
  return () => {
    current.disconnect();
    page.removeEventListener('scroll', scrolled);
  };
}

function hasPassed(page: Document, stage: Stage): boolean {
  const box = page.getElementById(stage)?.getBoundingClientRect();
  return box !== undefined && box.height > 0 && box.bottom <= window.innerHeight;
}

function setCurrent(page: Document, stage: string): void {
  for (const link of page.querySelectorAll<HTMLElement>('[data-rail] [data-stage]')) {
    if (link.dataset.stage === stage) link.setAttribute('aria-current', 'step');
    else link.removeAttribute('aria-current');
  }
}
