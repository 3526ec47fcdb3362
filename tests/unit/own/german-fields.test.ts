import { expect, it, vi } from 'vitest';
import { budgetText, readBudget, readCap, readPositive } from '../../../src/own/fields.ts';
import { writtenNumber } from '../../../src/own/typed-number.ts';

vi.mock('#words/language', () => import('../../../src/words/de/language.ts'));

it.each([
  [readCap, '12.800', 12_800],
  [readCap, '12_800', 12_800],
  [readCap, '12,800', 'invalid'],
  [readPositive, '0,5', 0.5],
  [readPositive, '0.5', 0.5],
  [readBudget, '2.000.000', 2_000_000],
  [readBudget, '1,5 MB', 1_500_000],
  [readBudget, '1.5 MB', 1_500_000],
])('in German, %o reads “%s” as %s', (read, text, value) => {
  const field = read(text);
  expect('value' in field ? field.value : field.kind).toBe(value);
});

it('a fraction is read as it is shown', () => {
  expect(writtenNumber(0.25)).toBe('0,25');
  expect(readPositive(writtenNumber(0.25))).toEqual({ kind: 'valid', value: 0.25 });
  expect(readBudget(budgetText(1_234_567))).toEqual({ kind: 'valid', value: 1_234_567 });
});
