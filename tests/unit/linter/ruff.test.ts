import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { SEEN, UNSEEN } from '../../../src/linter/examples.ts';
import { isError } from '../../../src/linter/finding.ts';
import { LEAK_RULES } from '../../../src/linter/rules.ts';
import { openRuff } from '../../../src/linter/ruff.ts';

const wasm = createRequire(import.meta.url).resolve('@astral-sh/ruff-wasm-web/ruff_wasm_bg.wasm');
const ruff = await openRuff(await readFile(wasm));

/** What the example leaves to the reader's fancy is no finding of interest. */
const rulesIn = (code: string) => ruff.check(code).flatMap(({ rule }) => (rule === 'F821' ? [] : [rule]));

describe('what the page on linters says', () => {
  test.each([...SEEN])('is seen: $title', ({ code, rules }) => expect(rulesIn(code)).toEqual(rules));

  test.each([...UNSEEN])('cannot be seen: $title', ({ code }) => expect(rulesIn(code)).toEqual([]));

  test('there is an example of each rule about how long something lives', () => {
    expect(SEEN.flatMap(({ rules }) => rules).sort()).toEqual([...LEAK_RULES].sort());
  });
});

test('a finding says where it is, in the columns of JavaScript', () => {
  expect(ruff.check('x = "\u{1F40D}"; import os\n')).toEqual([
    {
      rule: 'F401',
      message: '`os` imported but unused',
      start: { line: 1, column: 18 },
      end: { line: 1, column: 20 },
    },
  ]);
});

test.each([
  ['what is no Python', 'def f(:\n', true],
  ['a name that there is not', 'print(nobody)\n', true],
  ['advice', 'def f(a=[]):\n    return a\n', false],
])('whether the program can run: %s', (_what, code, expected) => {
  const findings = ruff.check(code);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.every(isError)).toBe(expected);
});

test('it formats, and says why it cannot', () => {
  expect(ruff.format("x = { 'a':1 }\n")).toBe('x = {"a": 1}\n');
  expect(() => ruff.format('def f(:\n')).toThrow(/^Expected a parameter/);
});
