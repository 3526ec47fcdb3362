import { words } from '#words/along';
import { language } from '#words/language';
import { words as stageWords } from '#words/stages';
import { countOf, formatCount } from '../lenses/quantity.ts';
import { contentLanguage } from '../course/content-language.ts';
import { href } from '../layouts/href.ts';
import { keptPath } from './kept.ts';
import { stepAddress, type Route, type RouteStep } from './route.ts';

/** The paths of the site that a lesson is on, by their ids. */
export type Routes = Readonly<Record<string, Route>>;

/**
 * Has a lesson that was opened from a path lead on along it: says where it stands, which stages are meant, and what comes next.
 * `search` is that of the address; with no path in it that has this lesson, the page stays as it is.
 */
export function followPath(page: Document, search: string, slug: string, routes: Routes): void {
  const id = new URLSearchParams(search).get('path') ?? '';
  const route = id === 'own' ? keptPath()?.route : Object.hasOwn(routes, id) ? routes[id] : undefined;
  const at = route?.steps.findIndex((step) => step.slug === slug) ?? -1;
  const step = route?.steps[at];
  if (!route || !step) return;
  const path = {
    text: route.title,
    address: `paths/${id}/`,
    lang: id === 'own' ? undefined : contentLanguage(),
  };
  const other = (one: RouteStep | undefined) =>
    one && { text: one.title, address: stepAddress(id, one), lang: one.lang };
  const [before, next] = [other(route.steps[at - 1]), other(route.steps[at + 1])];

  const place = page.querySelector<HTMLElement>('[data-along]');
  if (place) {
    place.replaceChildren(
      link(page, path),
      said(page, words.step(formatCount(at + 1), formatCount(route.steps.length))),
    );
    if (step.stages)
      place.append(said(page, words.stages(listed(step.stages), countOf(step.minutes, 'minute'))));
    place.hidden = false;
  }
  const onward = page.querySelector<HTMLElement>('[data-onward]');
  if (!onward) return;
  onward.setAttribute('aria-label', words.label);
  onward.replaceChildren(
    link(page, before ?? path, before ? words.before : words.path),
    link(page, next ?? path, next ? words.next : words.last),
  );
  if (step.stages) markStages(page, step.stages, onward);
}

/** Where not the whole lesson is meant, each gap has a way over it, and the end comes where the last stage ends. */
function markStages(page: Document, stages: readonly string[], onward: HTMLElement): void {
  for (const mark of page.querySelectorAll<HTMLElement>('[data-rail] [data-stage]'))
    if (!stages.includes(mark.dataset.stage ?? '')) mark.dataset.beside = '';
  const sections = [...page.querySelectorAll<HTMLElement>('[data-stage-section]')];
  for (const [index, section] of sections.entries()) {
    const [following] = sections.slice(index + 1);
    if (!stages.includes(section.id) || !following || stages.includes(following.id)) continue;
    const next = sections.slice(index + 1).find(({ id }) => stages.includes(id));
    if (!next) {
      section.after(onward.cloneNode(true));
      continue;
    }
    const way = page.createElement('p');
    way.className = 'along-way';
    const title = next.querySelector('h2')?.textContent ?? next.id;
    const jump = link(page, { text: title, address: '', lang: section.lang });
    jump.href = `#${next.id}`;
    way.append(words.onBefore, jump, words.onAfter);
    section.after(way);
  }
}

type Target = { text: string; address: string; lang?: string | undefined };

function link(page: Document, to: Target, before = ''): HTMLAnchorElement {
  const anchor = page.createElement('a');
  anchor.href = href(to.address);
  if (to.lang) anchor.lang = to.lang;
  if (before) {
    const word = said(page, before);
    if (to.lang) word.lang = language.code;
    anchor.append(word, ' ');
  }
  anchor.append(to.text);
  return anchor;
}

function said(page: Document, text: string): HTMLSpanElement {
  const span = page.createElement('span');
  span.textContent = text;
  return span;
}

function listed(names: readonly string[]): string {
  const shown: Record<string, string> = stageWords;
  return new Intl.ListFormat(language.locale).format(names.map((name) => shown[name] ?? name));
}
