import { expect, test } from 'vitest';
import {
  atEdge,
  indentAfter,
  replacePrefix,
  sharedPrefix,
} from '../../../../src/workbench/console/editing.ts';

test.each([
  ['x = 1', ''],
  ['for x in y:', '    '],
  ['for x in y:\n    if x:  # why', '        '],
  ['for x in y:\n    print(x)', '    '],
  ['x = {"a": 1}', ''],
])('a line after %j begins as deep as it may', (source, indent) => {
  expect(indentAfter(source)).toBe(indent);
});

test('completions are filled in as far as they agree', () => {
  expect(sharedPrefix(['get_objects', 'get_referents', 'get_referrers'])).toBe('get_');
  expect(sharedPrefix(['one'])).toBe('one');
  expect(sharedPrefix([])).toBe('');
});

test('a word takes the place of what was typed of it, and the caret stands behind it', () => {
  expect(replacePrefix('len(le.x)', 6, 'le', 'ledger')).toEqual(['len(ledger.x)', 10]);
});

test('arrows leave the text only from its first and last line', () => {
  expect(atEdge('one\ntwo', 2, 'ArrowUp')).toBe(true);
  expect(atEdge('one\ntwo', 5, 'ArrowUp')).toBe(false);
  expect(atEdge('one\ntwo', 2, 'ArrowDown')).toBe(false);
  expect(atEdge('one\ntwo', 5, 'ArrowDown')).toBe(true);
});
