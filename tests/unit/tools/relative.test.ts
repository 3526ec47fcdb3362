import { expect, test } from 'vitest';
import { relative } from '../../../tools/scorm/relative.ts';

const BASE = '/-base-/';

test.each([
  ['lessons/one/index.html', '<a href="/-base-/glossary/#leak">', '<a href="../../glossary/#leak">'],
  ['index.html', '<a href="/-base-/">', '<a href="./">'],
  ['lessons/one/index.html', '{"lesson":1,"base":"/-base-/"}', '{"lesson":1,"base":"../../"}'],
  ['_astro/page.css', 'src:url(/-base-/_astro/a.woff2)', 'src:url(../_astro/a.woff2)'],
  ['lessons/one/index.html', 'https://example.org/-bases-/', 'https://example.org/-bases-/'],
])('%s: %s becomes %s', (path, text, changed) => {
  expect(relative(path, text, BASE)).toBe(changed);
});

test.each([
  ['`/-base-/`+e', '`${new URL(`../`,import.meta.url).pathname}`+e'],
  ['import(`/-base-/x/${e}`)', 'import(`${new URL(`../`,import.meta.url).pathname}x/${e}`)'],
  ['"/-base-/a.js".length', '(new URL("../",import.meta.url).pathname+"a.js").length'],
  ["f('/-base-/')", "f((new URL('../',import.meta.url).pathname+''))"],
])('a script asks where it lies: %s', (text, changed) => {
  expect(relative('_astro/page.js', text, BASE)).toBe(changed);
});

test.each([
  ['index.html', '<script type="module">go("/-base-/")</script>', 'in an inline script'],
  [
    'index.html',
    '<a href="https://host/-base-/">',
    'cannot be made relative: <a href="https://host/-base-/">',
  ],
  ['_astro/page.js', '`${origin}/-base-/`', 'cannot be made relative'],
])('%s: what it does not know is refused, not left: %s', (path, text, sentence) => {
  expect(() => relative(path, text, BASE)).toThrow(sentence);
});
