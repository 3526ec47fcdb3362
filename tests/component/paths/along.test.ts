import { beforeEach, expect, test } from 'vitest';
import { followPath } from '../../../src/paths/along.ts';
import { keepPath } from '../../../src/paths/kept.ts';

const STAGES = ['symptom', 'observe', 'diagnose', 'fix', 'prove', 'compare', 'transfer'];
const step = (slug: string, stages: string[] | null = null) => ({
  slug,
  title: `Lesson ${slug}`,
  stages,
  minutes: 5,
});
const routes = {
  short: {
    title: 'Short',
    steps: [step('one'), step('two', ['symptom', 'compare']), step('three', ['transfer'])],
  },
};

beforeEach(() => {
  document.body.innerHTML = [
    '<main><p data-along hidden></p><nav data-rail aria-label="Stages">',
    ...STAGES.map((name) => `<a href="#${name}" data-stage="${name}">${name}</a>`),
    '</nav>',
    ...STAGES.map((name) => `<section id="${name}" data-stage-section><h2>Part ${name}</h2></section>`),
    '<nav data-onward aria-label="Other lessons"><a href="/lessons/zero/">Zero</a></nav></main>',
  ].join('');
});
const along = () => document.querySelector<HTMLElement>('[data-along]');
const onward = () =>
  [...document.querySelectorAll('[data-onward] a')].map((link) => [
    link.textContent,
    link.getAttribute('href'),
  ]);

test('a lesson that is opened by itself, or from a path that does not have it, stays as it is', () => {
  for (const search of ['', '?path=', '?path=long', '?path=own', '?path=constructor', '?path=__proto__'])
    followPath(document, search, 'one', routes);
  followPath(document, '?path=short', 'four', routes);
  expect(along()?.hidden).toBe(true);
  expect(onward()).toEqual([['Zero', '/lessons/zero/']]);
});

test('a whole lesson says where it stands and leads to the next step', () => {
  followPath(document, '?path=short', 'one', routes);
  expect(along()?.textContent).toBe('Shortstep 1 of 3');
  expect(onward()).toEqual([
    ['The path Short', '/paths/short/'],
    ['Next on this path Lesson two', '/lessons/two/?path=short'],
  ]);
});

test('a lesson in part leads over what is left out, and onward where its last stage ends', () => {
  followPath(document, '?path=short', 'two', routes);
  expect(along()?.textContent).toBe('Shortstep 2 of 3here: symptom and compare, 5 minutes');
  expect(document.querySelector('#symptom + p')?.textContent).toBe('On this path, go on with Part compare.');
  expect(document.querySelector('#symptom + p a')?.getAttribute('href')).toBe('#compare');
  expect(document.querySelector('#compare + nav a:last-child')?.getAttribute('href')).toBe(
    '/lessons/three/?path=short#transfer',
  );
  expect(document.querySelectorAll('[data-beside]')).toHaveLength(5);
  for (const [index, nav] of document.querySelectorAll('[data-onward]').entries())
    nav.setAttribute('aria-label', `${nav.getAttribute('aria-label')} ${index}`);
});

test('the last step leads back to the path', () => {
  followPath(document, '?path=short', 'three', routes);
  expect(onward()).toEqual([
    ['Before Lesson two', '/lessons/two/?path=short'],
    ['That was the last step of Short', '/paths/short/'],
  ]);
});

test('a path of one’s own leads on as well, and its titles are text', () => {
  const title = '<img src=x onerror=alert(1)>';
  keepPath({ name: 'p', text: 't', route: { title, steps: [step('one'), { ...step('two'), title }] } });
  followPath(document, '?path=own', 'one', {});
  expect(onward()).toEqual([
    [`The path ${title}`, '/paths/own/'],
    [`Next on this path ${title}`, '/lessons/two/?path=own'],
  ]);
  expect(document.querySelector('img')).toBeNull();
});
