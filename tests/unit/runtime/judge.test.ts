import { expect, test } from 'vitest';
import { judge, type CommandBody, type Execute } from '../../../src/runtime/judge.ts';
import type { Outcome } from '../../../src/runtime/protocol.ts';
import { bounded, growing, inconclusive, program } from './fixtures.ts';

function script(...outcomes: Outcome[]): { execute: Execute; given: CommandBody[] } {
  const given: CommandBody[] = [];
  const execute: Execute = (body) => {
    given.push(body);
    const outcome = outcomes.shift();
    return outcome ? Promise.resolve(outcome) : Promise.reject(new Error('Nothing more was expected.'));
  };
  return { execute, given };
}
const ignore = () => undefined;

test('a verdict that asks for nothing is the end', async () => {
  const { execute, given } = script(bounded);
  expect((await judge(execute, program, ignore, 7)).outcome).toEqual(bounded);
  expect(given).toEqual([{ kind: 'check', program, seed: 7, cap: 12_800, agreed: 0 }]);
});

test('a second check has the seed and the cap that the judge asks for', async () => {
  const { execute, given } = script(
    inconclusive({ kind: 'check', seed: 99, cap: 25_600, agreed: 0 }),
    bounded,
  );
  expect((await judge(execute, program, ignore, 7)).outcome).toEqual(bounded);
  expect(given[1]).toEqual({ kind: 'check', program, seed: 99, cap: 25_600, agreed: 0 });
});

test('what rests is checked again for as long as the judge asks for other seeds', async () => {
  const asks = (agreed: number): Outcome => ({
    ...bounded,
    next: { kind: 'check', seed: 7 + agreed, cap: 12_800, agreed },
  });
  const { execute, given } = script(asks(1), asks(2), bounded);
  expect((await judge(execute, program, ignore, 7)).outcome).toEqual(bounded);
  expect(given.map((body) => (body.kind === 'check' ? [body.seed, body.agreed] : null))).toEqual([
    [7, 0],
    [8, 1],
    [9, 2],
  ]);
});

test('a second check that grows is explained with its own seed', async () => {
  const again = inconclusive({ kind: 'check', seed: 99, cap: 25_600, agreed: 0 });
  const { execute, given } = script(again, growing, { kind: 'observed', units: 400 });
  expect((await judge(execute, program, ignore, 7)).outcome).toEqual(growing);
  expect(given[2]).toEqual({ kind: 'explain', program, seed: 99, about: 'growth', units: 6400, bytes: 412 });
});

test.each<[Outcome, string]>([
  [{ kind: 'out-of-memory', limitBytes: 1, message: 'No memory is left.' }, 'No memory is left.'],
  [{ kind: 'timed-out', seconds: 60 }, 'nothing came back for 60 seconds.'],
  [{ kind: 'unavailable', reason: 'The worker ended.' }, 'The worker ended.'],
])('the verdict stands where its explanation comes to another end: %j', async (end, reason) => {
  const { execute } = script(growing, end);
  const { outcome, explanation } = await judge(execute, program, ignore, 7);
  expect(outcome).toEqual(growing);
  expect(explanation?.notes).toEqual([`It could not be explained: ${reason}`]);
});

test('an explanation that is stopped says nothing', async () => {
  const { execute } = script(growing, { kind: 'stopped' });
  expect(await judge(execute, program, ignore, 7)).toEqual({ outcome: growing, explanation: null });
});

test('a check that was stopped is not explained', async () => {
  const { execute } = script({ kind: 'stopped' });
  expect(await judge(execute, program, ignore, 7)).toEqual({
    outcome: { kind: 'stopped' },
    explanation: null,
  });
});
