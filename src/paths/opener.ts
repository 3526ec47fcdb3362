import { words } from '#words/paths';
import { chosenFiles, takeDroppedFiles } from '../files/files.ts';
import type { OpenedPath } from './open-own.ts';

type Opened = Extract<OpenedPath, { kind: 'path' }>;

/**
 * Has a path opened that is chosen in the page’s `[data-path-file]` or dropped anywhere on it. What reads it is loaded only then;
 * why one is refused stands in `[data-path-said]`.
 */
export function offerOpening(page: Document, onOpened: (opened: Opened) => void): void {
  const input = page.querySelector<HTMLInputElement>('[data-path-file]');
  if (!input) return;
  const open = async (file: File | undefined) => {
    if (!file) return;
    say(page, []);
    try {
      const { openFile } = await import('./open-own.ts');
      const opened = await openFile(file);
      if (opened.kind === 'path') onOpened(opened);
      else say(page, opened.problems);
    } catch {
      say(page, [words.own.noReader]);
    }
  };
  input.addEventListener('change', () => void open(chosenFiles(input)[0]));
  const box = input.closest<HTMLElement>('[data-path-box]');
  takeDroppedFiles(
    ([file]) => void open(file),
    (is) => box?.toggleAttribute('data-over', is),
  );
}

/** Tells why nothing was opened; an empty list takes it back. */
export function say(page: Document, sentences: readonly string[]): void {
  page.querySelector('[data-path-said]')?.replaceChildren(
    ...sentences.map((sentence) => {
      const line = page.createElement('p');
      line.textContent = sentence;
      return line;
    }),
  );
}
