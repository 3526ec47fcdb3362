import { expect, test, vi } from 'vitest';
import { measureAgain } from '../../../src/proof/measure.ts';
import type { LessonProgram } from '../../../src/proof/program-file.ts';
import { makeProof, startOf, type Proof } from '../../../src/proof/proof-file.ts';
import type { Client } from '../../../src/runtime/client.ts';
import type { Outcome } from '../../../src/runtime/protocol.ts';

const lesson: LessonProgram = {
  lesson: { slug: 'loans', title: 'Loans', version: 1 },
  sandbox: 'library-loans',
  unit: 'loan',
  verdict: 'growing',
  stack: { packages: [], preload: [] },
  contract: { cap: 3200, budgetBytes: 1, sensitivity: 1, warmUp: 1, ratePerSecond: 1 },
  editable: ['ledger.py'],
  project: { 'ledger.py': 'start', 'shelf.py': 'shelf' },
  diagnose: 'look',
  harness: { 'workload.py': 'run', 'check.py': 'hold' },
};
const start = await startOf({ ...lesson.project, ...lesson.harness });

function proofWith(more: Partial<Proof> = {}): Promise<Proof> {
  const verdict = { sentence: 'Bounded.', units: 3200, detectionLimit: 0.1, seed: 1 };
  const about = { lesson: 'loans', lessonVersion: 1, sandbox: 'library-loans', start, name: 'Ada' };
  return makeProof({
    ...about,
    madeAt: '2026-11-27T10:00:00Z',
    files: { 'ledger.py': 'fixed' },
    verdict,
    ...more,
  });
}

function clientThat(...outcomes: unknown[]) {
  const execute = vi.fn(async () => outcomes.shift() as Outcome);
  const check = vi.fn(async () => ({ outcome: outcomes.shift() as Outcome, seed: 1 }));
  return { execute, check, client: { execute, check, dispose: vi.fn() } as unknown as Client };
}

const bounded = { kind: 'bounded', next: null };
const measured = (proof: Proof, client: Client, of: LessonProgram | null = lesson) =>
  measureAgain(proof, { programOf: async () => of, open: async () => client, onUnits: () => undefined });

test('the fix is judged over the lesson’s own program and checks', async () => {
  const { client, check } = clientThat(bounded);
  expect(await measured(await proofWith(), client)).toEqual({
    kind: 'holds',
    outcome: bounded,
    sameStart: true,
  });
  expect(check).toHaveBeenCalledOnce();
  expect(check.mock.calls[0]).toMatchObject([
    {
      project: { 'ledger.py': 'fixed', 'shelf.py': 'shelf', 'diagnose.py': 'look' },
      harness: lesson.harness,
    },
    expect.any(Function),
  ]);
  expect(client.dispose).toHaveBeenCalledOnce();
});

test('what grows fails, and another start is told', async () => {
  const { client } = clientThat({ kind: 'growing', next: null });
  expect(await measured(await proofWith({ start: 'f'.repeat(64) }), client)).toMatchObject({
    kind: 'fails',
    sameStart: false,
  });
});

test('a claim that does not hold fails before anything is checked', async () => {
  const { client, execute } = clientThat({
    kind: 'diagnosed',
    diagnosis: { complete: false, findings: [] },
  });
  expect(await measured(await proofWith(), client, { ...lesson, verdict: 'bounded' })).toMatchObject({
    kind: 'fails',
  });
  expect(execute).toHaveBeenCalledOnce();
});

test.each([
  ['a file that nobody may change', { files: { 'check.py': 'pass' } }, lesson, /has a file check\.py/],
  ['a lesson that is not there', {}, null, /has no lesson “loans”/],
])('with %s nothing runs, and it is said', async (_, more, of, reason) => {
  const { client, execute, check } = clientThat();
  const found = await measured(await proofWith(more), client, of);
  expect(found.kind === 'open' && found.reason).toMatch(reason);
  expect(execute).not.toHaveBeenCalled();
  expect(check).not.toHaveBeenCalled();
});

test('what could not be loaded says nothing of the proof', async () => {
  const found = await measureAgain(await proofWith(), {
    programOf: () => Promise.reject(new Error('offline')),
    open: () => Promise.reject(new Error('offline')),
    onUnits: () => undefined,
  });
  expect(found).toMatchObject({ kind: 'open' });
});
