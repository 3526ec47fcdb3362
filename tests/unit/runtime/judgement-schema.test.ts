import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { JudgementFile } from '../../../src/runtime/judgement.ts';
import { Verdict } from '../../../src/runtime/report.ts';
import { STATUS } from '../../../tools/sandbox/judgement.ts';
import { SCHEMA_FILE, schemaText } from '../../../tools/commands/schema.ts';

test('report.schema.json says what the page parses (node tools/commands/schema.ts writes it anew)', async () => {
  expect(await readFile(SCHEMA_FILE, 'utf8')).toBe(await schemaText());
});

test('every kind of verdict has a status of its own, and none of them is one of Python', () => {
  const kinds = Verdict.def.options.map((option) => option.def.shape.kind.def.values[0]);
  expect(Object.keys(STATUS).sort()).toEqual([...kinds].sort());
  expect(new Set(Object.values(STATUS)).size).toBe(kinds.length);
  expect(Object.values(STATUS)).not.toContain(1);
  expect(Object.values(STATUS)).not.toContain(2);
});

test('a judgement with a field that nobody declared is none', () => {
  expect(
    JudgementFile.safeParse({ verdict: null, explanation: null, notes: [], reads: [], more: 1 }).success,
  ).toBe(false);
});
