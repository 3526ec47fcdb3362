import { expect, test } from 'vitest';
import { isOwn } from '../../../src/offline/own-pages.ts';

const top = 'https://course.example/leaklab/';
const german = `${top}de/`;

test.each(['', 'lessons/', 'lessons/counting-objects/', 'favicon.svg', 'design/', 'de'])(
  'the site at the top has %j',
  (path) => {
    expect(isOwn(top, top + path)).toBe(true);
  },
);

test.each(['de/', 'de/lessons/counting-objects/', 'de/_astro/page.00000000.js', 'runtime/runtime.json'])(
  'the site at the top has no %j',
  (path) => {
    expect(isOwn(top, top + path)).toBe(false);
  },
);

test('a site of another language has what lies below it, and nothing at the top', () => {
  expect(isOwn(german, `${german}lessons/`)).toBe(true);
  for (const path of ['', 'lessons/', 'favicon.svg', 'runtime/runtime.json'])
    expect(isOwn(german, top + path)).toBe(false);
});
