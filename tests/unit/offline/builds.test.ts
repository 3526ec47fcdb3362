import { expect, test } from 'vitest';
import { belongsTo, stemOf } from '../../../src/offline/builds.ts';

const names = new Set(['hydrate.AbCd_-12.js', 'Page.BT2ZAXlM.css']);
const page = (...files: string[]) =>
  files.map((file) => `<script type="module" src="/leaklab/_astro/${file}"></script>`).join('');

test('a page belongs to a build that has all files that it names', () => {
  expect(belongsTo(names, page('hydrate.AbCd_-12.js', 'Page.BT2ZAXlM.css'))).toBe(true);
  expect(belongsTo(names, '<p>No script at all.</p>')).toBe(true);
});

test('a page with a file of another build does not belong to it', () => {
  expect(belongsTo(names, page('hydrate.AbCd_-12.js', 'Page.00000000.css'))).toBe(false);
});

test.each([
  ['monaco.Cy2yK2tz.js', 'monaco.js'],
  ['layout-worker-BFEOwShL.js', 'layout-worker.js'],
  ['ruff_wasm_bg-C0fR9jkD.wasm', 'ruff_wasm_bg.wasm'],
  ['VerdictHead._jy5CveZ.css', 'VerdictHead.css'],
])('%s is %s in every build', (name, stem) => {
  expect(stemOf(name)).toBe(stem);
});
