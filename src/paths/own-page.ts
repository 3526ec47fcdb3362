import { words } from '#words/paths';
import { forgetPath, keptPath, pathBefore } from './kept.ts';
import type { OpenedPath } from './open-own.ts';
import { offerOpening, say } from './opener.ts';

type Opened = Extract<OpenedPath, { kind: 'path' }>;
type Show = (target: HTMLElement, opened: Opened) => Promise<void>;

/** The page of a team’s own path: shows the one that its address carries, else the one that is kept here. */
export function ownPage(page: Document, load: () => Promise<Show>): void {
  const target = page.querySelector<HTMLElement>('[data-own-path]');
  if (!target) return;
  const part = (name: string) => page.querySelector<HTMLElement>(`[data-own-${name}]`);

  const show = async (opened: Opened | null) => {
    const before = pathBefore();
    if (opened) {
      const put = await load();
      await put(target, opened);
      entitle(page, opened.path.title);
      page.querySelector('.lead')?.replaceChildren(opened.path.for);
      history.replaceState(null, '', opened.fragment);
    }
    toggle(part('tools'), opened !== null);
    toggle(part('none'), opened === null);
    toggle(part('unkept'), opened !== null && !opened.kept);
    const back = part('back');
    if (back) back.textContent = words.own.back(before?.route.title ?? '');
    toggle(back, before !== null);
  };

  const open = () => openHere(page, show);

  offerOpening(page, (opened) => void show(opened));
  part('copy')?.addEventListener('click', () => {
    const said = part('copied');
    navigator.clipboard.writeText(location.href).then(
      () => said?.replaceChildren(words.own.copied),
      () => said?.replaceChildren(words.own.notCopied),
    );
  });
  part('back')?.addEventListener('click', () => {
    const before = pathBefore();
    if (!before) return;
    void import('./open-own.ts').then(async ({ openText }) => {
      const opened = await openText(before.name, before.text);
      if (opened.kind === 'path') await show(opened);
      else say(page, opened.problems);
    });
  });
  part('forget')?.addEventListener('click', () => {
    forgetPath();
    location.assign(location.pathname);
  });
  window.addEventListener('hashchange', () => void open());
  void open();
}

/** The facilitator’s page of that path. */
export function ownSession(page: Document, load: () => Promise<Show>): void {
  const target = page.querySelector<HTMLElement>('[data-own-path]');
  if (!target) return;
  void openHere(page, async (opened) => {
    toggle(page.querySelector<HTMLElement>('[data-own-none]'), opened === null);
    if (!opened) return;
    const put = await load();
    await put(target, opened);
    entitle(page, words.withGroup(opened.path.title));
  });
}

/** Opens what the address carries, and what is kept where that is nothing or refused; null where neither can be shown. */
async function openHere(page: Document, show: (opened: Opened | null) => Promise<void>): Promise<void> {
  say(page, []);
  const kept = keptPath();
  try {
    if (!kept && !location.hash) {
      await show(null);
      return;
    }
    const { openLink, openText } = await import('./open-own.ts');
    let opened = await openLink(location.hash);
    if (opened?.kind === 'refused') say(page, opened.problems);
    if (opened?.kind !== 'path' && kept) {
      const again = await openText(kept.name, kept.text);
      if (again.kind === 'refused' && !opened) say(page, again.problems);
      opened = again;
    }
    await show(opened?.kind === 'path' ? opened : null);
  } catch {
    say(page, [words.own.noView]);
  }
}

function entitle(page: Document, title: string): void {
  page.title = `${title} · Leaklab`;
  page.querySelector('h1')?.replaceChildren(title);
}

function toggle(element: HTMLElement | null, shown: boolean): void {
  if (element) element.hidden = !shown;
}
