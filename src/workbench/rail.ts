import { STAGES, type Stage } from '../progress/reached.ts';

/** Stages that are reached by reading: their end has come into view. */
const READ_STAGES = new Set<Stage>(['symptom', 'transfer']);

/** Marks reached stages on the page's rail, for the eye and in words. */
export function markRail(page: Document, reached: readonly Stage[]): void {
  for (const link of page.querySelectorAll<HTMLElement>('[data-rail] [data-stage]')) {
    const done = reached.some((stage) => stage === link.dataset.stage);
    if (!done || 'done' in link.dataset) continue;
    link.dataset.done = '';
    const word = page.createElement('span');
    word.className = 'visually-hidden';
    word.textContent = ' (done)';
    link.append(word);
  }
}

/** Keeps the rail's current stage in step with what is being read. */
export function followReading(page: Document, onRead: (stage: Stage) => void): () => void {
  const sections = STAGES.flatMap((stage) => page.getElementById(stage) ?? []);
  const isStage = (id: string): id is Stage => STAGES.some((stage) => stage === id);
  const current = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) setCurrent(page, target.id);
    },
    { rootMargin: '-30% 0px -65% 0px' },
  );
  const ends = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      const stage = target.closest('section[id]')?.id ?? '';
      if (isIntersecting && isStage(stage)) onRead(stage);
    }
  });
  for (const section of sections) {
    current.observe(section);
    const end = section.lastElementChild;
    if (end && isStage(section.id) && READ_STAGES.has(section.id)) ends.observe(end);
  }
  return () => {
    current.disconnect();
    ends.disconnect();
  };
}

function setCurrent(page: Document, stage: string): void {
  for (const link of page.querySelectorAll<HTMLElement>('[data-rail] [data-stage]')) {
    if (link.dataset.stage === stage) link.setAttribute('aria-current', 'step');
    else link.removeAttribute('aria-current');
  }
}
