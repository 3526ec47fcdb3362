import { expect, test } from 'vitest';
import { shortened, visible } from '../../../src/lenses/visible.ts';

test.each([
  ['app.HISTORY', 'app.HISTORY'],
  ['Größe 名前 🙂', 'Größe 名前 🙂'],
  ['a\u202egnp.exe', 'a[U+202E]gnp.exe'],
  ['zero\u200bwidth\u0007bell\u001b[31m', 'zero[U+200B]width[U+0007]bell[U+001B][31m'],
  ['half \ud800', 'half [U+D800]'],
  ['two\n\tlines', 'two\n\tlines'],
])('%j is shown as %j', (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test('a long name keeps both of its ends', () => {
  expect(shortened('abcdefghij', 5)).toBe('ab…ij');
  expect(shortened('abcde', 5)).toBe('abcde');
  expect(Array.from(shortened('🙂'.repeat(10), 4))).toHaveLength(4);
});
