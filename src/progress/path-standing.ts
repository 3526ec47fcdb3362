import { words } from '#words/path-standing';
import { STAGES, readReached } from './reached.ts';

/**
 * Shows how far the learner has come on each `[data-path]` of the page. Its `[data-step]`s are marked, and how many are done is told in its
 * `[data-path-state]`. Where it lists its steps, each `[data-along]` says so of itself, and the `[data-continue]` of the path leads to
 * the first that is not done. Of a step with `data-stages` those alone are meant, else the whole lesson.
 */
export function showPathStanding(page: Document): void {
  for (const path of page.querySelectorAll<HTMLElement>('[data-path]')) {
    const steps = [...path.querySelectorAll<HTMLElement>('[data-step]')].map((item) =>
      standingOf(path, item),
    );
    if (steps.every(({ reached }) => reached === 0)) continue;
    const done = steps.filter((step) => step.done).length;
    const state = path.querySelector<HTMLElement>('[data-path-state]');
    show(state, done === steps.length ? words.allSteps : words.steps(done, steps.length));

    const next = steps.find((step) => !step.done);
    const link = next?.listed?.querySelector('a');
    const button = path.querySelector<HTMLAnchorElement>('a[data-continue]');
    if (!next || !link || !button) continue;
    button.textContent = (next.reached > 0 ? words.continue : words.begin)(link.textContent.trim());
    button.href = link.href;
    if (next.reached > 0) button.hash = next.stage;
    show(next.listed?.querySelector<HTMLElement>('[data-next]'), words.next);
  }
}

function standingOf(path: HTMLElement, item: HTMLElement) {
  const { step = '', stages } = item.dataset;
  const meant = stages ? STAGES.filter((stage) => stages.split(' ').includes(stage)) : STAGES;
  const left = new Set(meant);
  for (const stage of readReached(step)) left.delete(stage);
  const reached = meant.length - left.size;
  const done = stages ? left.size === 0 : !left.has('prove');
  const listed = path.querySelector<HTMLElement>(`[data-along="${CSS.escape(step)}"]`);
  if (reached > 0) {
    for (const one of [item, listed]) if (one) one.dataset.standing = done ? 'done' : 'begun';
    const end = stages ? words.done : words.proved;
    show(
      listed?.querySelector<HTMLElement>('[data-state]'),
      done ? end : words.stages(reached, meant.length),
    );
  }
  const [stage = ''] = left;
  return { listed, reached, done, stage };
}

function show(element: HTMLElement | null | undefined, text: string): void {
  if (!element) return;
  element.textContent = text;
  element.hidden = false;
}
