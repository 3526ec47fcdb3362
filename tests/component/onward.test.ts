import { afterEach, beforeEach, expect, test } from 'vitest';
import { leadOn } from '../../src/progress/onward.ts';
import { LAST_LESSON, progressKey } from '../../src/progress/reached.ts';

const listed = ['one', 'two', 'three'];

beforeEach(() => {
  document.body.innerHTML = [
    '<a data-continue href="/lessons/one/">Begin the first lesson</a>',
    ...listed.map(
      (slug) =>
        `<div data-lesson="${slug}"><a href="/lessons/${slug}/">Lesson ${slug}</a>
         <span data-state hidden></span><span data-next hidden>Next</span></div>`,
    ),
  ].join('');
});
afterEach(() => localStorage.clear());

const reach = (slug: string, ...reached: string[]) =>
  localStorage.setItem(progressKey(slug), JSON.stringify({ reached }));
const shown = (part: string) =>
  [...document.querySelectorAll<HTMLElement>(`[data-${part}]`)].map((item) =>
    item.hidden ? '' : item.textContent,
  );
const link = () => document.querySelector<HTMLAnchorElement>('[data-continue]');

test('who has done nothing sees the list as it is', () => {
  leadOn(document);
  expect(shown('state')).toEqual(['', '', '']);
  expect(shown('next')).toEqual(['', '', '']);
  expect(link()?.textContent).toBe('Begin the first lesson');
});

test('what is proved and what is begun is told in words, and the lesson opened last is next', () => {
  reach('one', 'symptom', 'observe', 'diagnose', 'fix', 'prove');
  reach('two', 'symptom');
  reach('three', 'symptom', 'observe');
  localStorage.setItem(LAST_LESSON, 'three');
  leadOn(document);
  expect(shown('state')).toEqual(['Proved', '1 of 7 stages', '2 of 7 stages']);
  expect(shown('next')).toEqual(['', '', 'Next']);
  expect(link()?.textContent).toBe('Continue “Lesson three”');
  expect(link()?.getAttribute('href')).toMatch(/\/lessons\/three\/#diagnose$/);
});

test('with all that was begun proved, the first that is not leads on', () => {
  reach('one', 'symptom', 'prove');
  leadOn(document);
  expect(shown('next')).toEqual(['', 'Next', '']);
  expect(link()?.textContent).toBe('Begin “Lesson two”');
});
