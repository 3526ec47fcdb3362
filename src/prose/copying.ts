import { words } from '#words/copying';

const SHOWN_MS = 2000;

/**
 * Gives each code block of a lesson's prose a button that copies it, and each stage one that copies its address. Where the browser
 * lends no clipboard, as without HTTPS, there are none.
 */
export function offerCopies(page: Document): void {
  const prose = page.querySelector('.prose');
  // Its type says that it is always there.
  if (!prose || !('clipboard' in navigator)) return;
  const status = page.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  prose.append(status);

  const copyButton = (word: string, name: string, textOf: () => string): HTMLButtonElement => {
    const button = page.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = word;
    button.setAttribute('aria-label', name);
    const say = (said: string): void => {
      status.textContent = button.textContent = said;
      setTimeout(() => {
        status.textContent = '';
        button.textContent = word;
      }, SHOWN_MS);
    };
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(textOf()).then(
        () => say(words.copied),
        () => say(words.notCopied),
      );
    });
    return button;
  };

  for (const block of prose.querySelectorAll<HTMLElement>('pre.code')) {
    if (block.querySelector('.code-sign')) continue;
    const frame = page.createElement('div');
    frame.className = 'code-frame';
    block.replaceWith(frame);
    frame.append(
      block,
      copyButton(words.code, words.codeLabel, () => codeOf(block)),
    );
  }
  for (const stage of prose.querySelectorAll('[data-stage-section]')) {
    const heading = stage.querySelector('.heading');
    const address = (): string => {
      const { href } = new URL(`#${stage.id}`, location.href);
      history.replaceState(history.state, '', href);
      return href;
    };
    heading?.append(copyButton(words.link, words.linkLabel(heading.textContent.trim()), address));
  }
}

/** The text of a listing without the numbers of its lines. */
function codeOf(block: HTMLElement): string {
  const copy = block.cloneNode(true) as HTMLElement;
  for (const number of copy.querySelectorAll('.code-number')) number.remove();
  return copy.textContent;
}
