import { mayHaveProgress, type Stage } from '../progress/reached.ts';
import { bootSentence } from './boot-words.ts';
import { openClient } from './session-client.ts';
import { followReading } from './rail.ts';
import type { LessonRef, WorkbenchSandbox } from './workbench-sandbox.ts';

export type BenchProps = { lesson: LessonRef; sandbox: WorkbenchSandbox; base: string };

const REPLAYED_KEYS = new Set(['Enter', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

/**
 * All that a lesson page runs before anyone reaches for the workbench: Python begins to load, and the first touch, focus
 * or key brings the workbench alive. What was pressed meanwhile is pressed again once it is.
 */
export function attend(page: Document): void {
  const island = page.querySelector<HTMLElement>('[data-bench-island]');
  const json = page.querySelector('[data-bench-props]')?.textContent;
  if (!island || !json) return;
  const props = JSON.parse(json) as BenchProps;
  page.documentElement.dataset.pane = 'read';

  const read = new Set<Stage>();
  let tellRead: ((stage: Stage) => void) | null = null;
  let waking: Promise<void> | null = null;

  const wake = (): Promise<void> => {
    waking ??= import('./bench-alive.ts').then(
      ({ bringAlive }) => {
        tellRead = bringAlive(island, props);
        read.forEach(tellRead);
      },
      () => {
        waking = null;
        setStatus(
          island,
          'unavailable',
          'The workbench could not be loaded. Are you offline? Press again to retry.',
        );
      },
    );
    return waking;
  };

  const replay = (event: Event, again: () => Event) => {
    const { target } = event;
    if (tellRead || !target) return;
    event.stopImmediatePropagation();
    void wake().then(() => tellRead && target.dispatchEvent(again()));
  };
  island.addEventListener(
    'click',
    (event) => {
      if (!tellRead) event.preventDefault();
      replay(event, () => new MouseEvent('click', { bubbles: true, cancelable: true, view: window }));
    },
    true,
  );
  page.addEventListener(
    'keydown',
    (event) => {
      const shortcut = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      const inside = event.target instanceof Node && island.contains(event.target);
      const pressesButton = event.key === 'Enter' && event.target instanceof HTMLButtonElement;
      if (!shortcut && (!inside || pressesButton || !REPLAYED_KEYS.has(event.key))) return;
      replay(event, () => new KeyboardEvent('keydown', event));
    },
    true,
  );
  for (const kind of ['pointerover', 'pointerdown', 'focusin']) {
    island.addEventListener(kind, () => void wake(), { once: true });
  }
  page.addEventListener('toggle', (event) => isKept(event.target) && void wake(), true);
  followReading(page, (stage) => (tellRead ? tellRead(stage) : read.add(stage)));

  if (mayHaveProgress(props.lesson.slug)) void wake();
  whenIdle(() => {
    openClient(props.base, props.sandbox.stack).then(
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
