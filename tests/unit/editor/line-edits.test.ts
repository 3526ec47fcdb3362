import { expect, test } from 'vitest';
import { lineEdits } from '../../../src/editor/line-edits.ts';

/** The text with the edits made, from the last to the first. */
function edited(text: string, edits: ReturnType<typeof lineEdits>): string {
  const lines = text.split('\n').map((line, index, all) => (index < all.length - 1 ? `${line}\n` : line));
  for (const { from, to, text: put } of edits.toReversed()) lines.splice(from - 1, to - from, put);
  return lines.join('');
}

test.each([
  ['nothing', 'a\nb\n', 'a\nb\n'],
  ['a line', 'a\nb\nc\n', 'a\nB\nc\n'],
  ['lines that come', 'a\nc\n', 'a\nb\nb\nc\n'],
  ['lines that go', 'a\n\n\nb\n', 'a\nb\n'],
  ['both ends', 'x\na\ny', 'a\nz\n'],
  ['all of it', '', 'a\n'],
  ['two places', 'a\nb\nc\nd\n', 'A\nb\nc\nD\nE\n'],
])('%s: the edits make the one text of the other', (_what, before, after) => {
  expect(edited(before, lineEdits(before, after))).toBe(after);
});

test('what stays the same is in no edit', () => {
  expect(lineEdits('a\nb\nc\nd\n', 'a\nB\nc\nd\n\n')).toEqual([
    { from: 2, to: 3, text: 'B\n' },
    { from: 5, to: 5, text: '\n' },
  ]);
});
