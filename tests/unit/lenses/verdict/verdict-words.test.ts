import { expect, test } from 'vitest';
import { chartWords } from '../../../../src/lenses/verdict/verdict-words.ts';
import type { Outcome } from '../../../../src/runtime/protocol.ts';
import { outcomeSentence } from '../../../../src/workbench/wording/outcomes.ts';
import { bounded, growing } from '../../runtime/fixtures.ts';

test('the chart says how fine the measurement of a bounded program was', () => {
  expect(chartWords(bounded, 'request')?.detail).toBe('could have seen 0.1 B per request');
});

test('the chart says of a slow rise what it is, and what would count', () => {
  const slow = { ...bounded, bytesPerUnit: 0.63, bytesPerUnitError: 0.03, trickle: true };
  const words = chartWords(slow, 'request');
  expect(words?.verdict).toMatch(/, 0\.63 B per request$/);
  expect(words?.detail).toBe('± 0.03 B; 1 B would count');
});

test('the chart says how fast a program grows', () => {
  expect(chartWords({ ...growing, bytesPerUnit: 412 }, 'request')?.verdict).toMatch(/, 412 B per request$/);
});

test('a diagnosis that nobody grades ran, and is not found wanting', () => {
  const ungraded: Outcome = { kind: 'diagnosed', diagnosis: { complete: false, findings: [] } };
  expect(outcomeSentence(ungraded, 'request')).toBe('Your diagnosis ran.');
});
