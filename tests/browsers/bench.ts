import type { Engine } from './engine.ts';

/** Presses a control of the workbench and waits until its status line holds `awaited`. */
export function press(engine: Engine, name: string, awaited: string): Promise<void> {
  return engine.evaluate(
    (word, text) => {
      const bench = document.querySelector('section[aria-label="Workbench"]');
      const buttons = [
        ...(bench?.querySelectorAll<HTMLButtonElement>('[aria-label="Controls"] button') ?? []),
      ];
      buttons.find((button) => button.textContent.trim().startsWith(word))?.click();
      return new Promise<void>((resolve) => {
        const look = (): void => {
          if (bench?.textContent.includes(text)) {
            observer.disconnect();
            resolve();
          }
        };
        const observer = new MutationObserver(look);
        if (bench) observer.observe(bench, { subtree: true, childList: true, characterData: true });
        look();
      });
    },
    name,
    awaited,
  );
}

/** Presses a control and waits until nothing runs any more; resolves with what a screen reader was told. */
export function pressAndWait(engine: Engine, name: string): Promise<string> {
  return engine.evaluate(async (word) => {
    const bench = document.querySelector('section[aria-label="Workbench"]');
    if (!bench) throw new Error('there is no workbench');
    const buttons = (): HTMLButtonElement[] => [
      ...bench.querySelectorAll<HTMLButtonElement>('[aria-label="Controls"] button'),
    ];
    const button = (start: string): HTMLButtonElement | undefined =>
      buttons().find((one) => one.textContent.trim().startsWith(start));
    const until = (holds: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!holds()) return;
          observer.disconnect();
          resolve();
        };
        const observer = new MutationObserver(look);
        observer.observe(bench, { subtree: true, childList: true, characterData: true, attributes: true });
        look();
      });
    const busy = (): boolean => button('Run')?.getAttribute('aria-disabled') === 'true';
    button(word)?.click();
    // The first press wakes the workbench and is carried out once it is alive.
    if (word !== 'Stop') await until(busy);
    await until(() => !busy());
    return bench.querySelector('[role="status"]')?.textContent.trim() ?? '';
  }, name);
}

/** Replaces a file's text in the plain editor. */
export function typeIn(engine: Engine, file: string, text: string): Promise<void> {
  return engine.evaluate(
    async (name, typed) => {
      const bench = document.querySelector('section[aria-label="Workbench"]');
      if (!bench) throw new Error('there is no workbench');
      const until = <T>(find: () => T | null | undefined): Promise<T> =>
        new Promise((resolve) => {
          const look = (): void => {
            const found = find();
            if (found === null || found === undefined) return;
            observer.disconnect();
            resolve(found);
          };
          const observer = new MutationObserver(look);
          observer.observe(bench, { subtree: true, childList: true, characterData: true, attributes: true });
          look();
        });
      const labelled = (start: string): HTMLButtonElement | undefined =>
        [...bench.querySelectorAll('button')].find((one) => one.textContent.trim() === start);
      const tab = [...bench.querySelectorAll<HTMLElement>('[role=tab]')].find(
        (one) => one.id === `tab-${name}`,
      );
      tab?.click();
      const area = (): HTMLTextAreaElement | null => bench.querySelector(`textarea[aria-label="${name}"]`);
      const listing = (): HTMLElement | null => bench.querySelector(`[role=region][aria-label^="${name}"]`);
      const shown = await until(() => area() ?? listing());
      if (!(shown instanceof HTMLTextAreaElement)) {
        shown.click();
        const either = await until(() => labelled('Plain editor') ?? labelled('Full editor'));
        if (either.textContent.trim() === 'Plain editor') either.click();
      }
      const plain = await until(area);
      plain.value = typed;
      plain.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    file,
    text,
  );
}
