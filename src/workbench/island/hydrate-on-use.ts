import { words } from '#words/boot';
import { mayHaveProgress, type Stage } from '../../progress/reached.ts';
import { codeIn, programIn } from '../../share/fragment.ts';
import { followReading } from '../../progress/rail.ts';
import { bootSentence } from '../wording/boot.ts';
import type { OpenClient } from '../session/client.ts';
import { progressSlotOf, OWN_ID, type Exercise, type LessonRef } from '../exercise.ts';

export type BenchProps = { lesson: LessonRef | null; exercise: Exercise; base: string };

/** How a bench gets its client and comes alive. */
export type Way<Props extends BenchProps> = {
  openClient: (props: Props) => OpenClient;
  load: () => Promise<(target: HTMLElement, props: Props) => (stage: Stage) => void>;
};

const REPLAYED_KEYS = /^(Enter|Arrow\w+|Home|End)$/;

/**
 * All that a page runs before anyone reaches for its workbench: Python begins to load, and the first touch, focus
 * or key brings the workbench alive. What was pressed meanwhile is pressed again once it is.
 */
export function hydrateOnUse<Props extends BenchProps>(
  page: Document,
  { openClient: openerOf, load }: Way<Props>,
): void {
  const island = page.querySelector<HTMLElement>('[data-bench-island]');
  const json = page.querySelector('[data-bench-props]')?.textContent;
  if (!island || !json) return;
  const props = JSON.parse(json) as Props;
  const { lesson, exercise } = props;
  const openClient = openerOf(props);
  page.documentElement.dataset.pane = lesson ? 'read' : 'code';

  const read = new Set<Stage>();
  let tellRead: ((stage: Stage) => void) | null = null;
  let hydrating: Promise<void> | null = null;

  const hydrateOnce = (): Promise<void> => {
    hydrating ??= load().then(
      (hydrate) => {
        tellRead = hydrate(island, props);
        read.forEach(tellRead);
      },
      () => {
        hydrating = null;
        setStatus(island, 'unavailable', words.benchUnavailable);
      },
    );
    return hydrating;
  };

  const replay = (event: Event, again: () => Event) => {
    const { target } = event;
    if (tellRead || !target) return;
    event.stopImmediatePropagation();
    void hydrateOnce().then(() => tellRead && target.dispatchEvent(again()));
  };
  island.addEventListener(
    'click',
    (event) => {
      if (!tellRead) event.preventDefault();
      replay(event, () => new MouseEvent('click', event));
    },
    true,
  );
  page.addEventListener(
    'keydown',
    (event) => {
      const shortcut = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      const inside = event.target instanceof Node && island.contains(event.target);
      const pressesButton = event.key === 'Enter' && event.target instanceof HTMLButtonElement;
      if (!shortcut && (!inside || pressesButton || !REPLAYED_KEYS.test(event.key))) return;
      replay(event, () => new KeyboardEvent('keydown', event));
    },
    true,
  );
  for (const kind of ['pointerover', 'pointerdown', 'focusin']) {
    island.addEventListener(kind, () => void hydrateOnce(), { once: true });
  }
  for (const kind of ['toggle', 'change'])
    page.addEventListener(kind, (event) => isKept(event.target) && void hydrateOnce(), true);
  if (lesson) followReading(page, (stage) => (tellRead ? tellRead(stage) : read.add(stage)));

  const carried = () => codeIn(location.hash) ?? programIn(location.hash);
  const wanted = () => mayHaveProgress(progressSlotOf(exercise, lesson).slug) || carried() !== null;
  if (wanted()) void hydrateOnce();
  window.addEventListener('hashchange', () => wanted() && void hydrateOnce());
  whenIdle(() => {
    // Which packages an own program needs is known only once it is back.
    if (hydrating && exercise.id === OWN_ID) return;
    openClient().then(
      (client) => {
        const forget = client.onBoot((boot) => {
          if (tellRead) queueMicrotask(() => forget());
          else setStatus(island, boot.kind, bootSentence(boot));
        });
        client.warm();
      },
      () => setStatus(island, 'unavailable', bootSentence({ kind: 'unavailable', reason: '' })),
    );
  });
}

/** Alters the text that is there, so that the workbench finds its own nodes when it comes alive. */
function setStatus(island: HTMLElement, kind: string, sentence: string): void {
  const dot = island.querySelector('[data-boot]');
  const text = dot?.nextSibling;
  if (!dot || !text) return;
  dot.setAttribute('data-boot', kind);
  text.nodeValue = sentence;
}

function isKept(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && 'progressKey' in target.dataset;
}

function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(act);
  else setTimeout(act, 1);
}
