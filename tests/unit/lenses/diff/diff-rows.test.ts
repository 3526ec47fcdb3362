import { describe, expect, it } from 'vitest';
import { diffRows } from '../../../../src/lenses/diff/diff-rows.ts';

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}`);

describe('a comparison of two files', () => {
  it('sets a changed line against what replaces it', () => {
    expect(diffRows('a\nb\nc\n', 'a\nB\nc\n')).toEqual([
      { kind: 'same', left: { number: 1, text: 'a' }, right: { number: 1, text: 'a' } },
      { kind: 'changed', left: { number: 2, text: 'b' }, right: { number: 2, text: 'B' } },
      { kind: 'same', left: { number: 3, text: 'c' }, right: { number: 3, text: 'c' } },
    ]);
  });

  it('leaves a side empty where lines were only added or only taken away', () => {
    const [, added] = diffRows('a\n', 'a\nb\n');
    expect(added).toEqual({ kind: 'changed', left: null, right: { number: 2, text: 'b' } });
    const [, removed] = diffRows('a\nb\n', 'a\n');
    expect(removed).toEqual({ kind: 'changed', left: { number: 2, text: 'b' }, right: null });
  });

  it('folds long equal stretches and counts what it left out', () => {
    const start = [...numbered(1, 20), ''].join('\n');
    const rows = diffRows(start, start.replace('line 20\n', 'last\n'));
    expect(rows[0]).toEqual({ kind: 'gap', lines: 16 });
    expect(rows).toHaveLength(5);
  });

  it('takes a missing newline at the end for no difference', () => {
    expect(diffRows('a\nb', 'a\nb\n').every((row) => row.kind === 'gap')).toBe(true);
  });
});
