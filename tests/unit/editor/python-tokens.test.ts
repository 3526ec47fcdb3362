import { describe, expect, it } from 'vitest';
import { pythonLines } from '../../../src/editor/python-tokens.ts';

const source = `"""Doc with 'quotes' and # no comment.

def not_code(): ...
"""
import time  # "not a string"

class Store(dict):
    async def get(self, key: str = 'it\\'s') -> None:
        return f"{key!r}" if definitely else rb'x' or None
        unclosed = "to the end
`;

const kindsOf = (text: string) =>
  pythonLines(source)
    .flat()
    .filter((token) => token.text === text)
    .map((token) => token.kind);

describe('Python in ink tones', () => {
  it('loses no letter', () => {
    const joined = pythonLines(source).map((line) => line.map((token) => token.text).join(''));
    expect(joined.join('\n')).toBe(source);
  });

  it.each([
    ['"""Doc with \'quotes\' and # no comment.', 'string'],
    ['def not_code(): ...', 'string'],
    ['# "not a string"', 'comment'],
    ["'it\\'s'", 'string'],
    ['f"{key!r}"', 'string'],
    ["rb'x'", 'string'],
    ['"to the end', 'string'],
    ['Store', 'name'],
    ['get', 'name'],
    ['async', 'keyword'],
  ])('takes %s for a %s', (text, kind) => expect(kindsOf(text)).toEqual([kind]));

  it('does not take a word that begins like a keyword for one', () => {
    expect(pythonLines('definitely = notable\n').flat()).toEqual([
      { kind: 'text', text: 'definitely = notable' },
    ]);
  });
});
