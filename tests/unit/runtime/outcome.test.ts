import { expect, test } from 'vitest';
import { describeEnd } from '../../../src/runtime/end.ts';
import { followOutcome } from '../../../src/runtime/outcome.ts';
import type { Signal } from '../../../src/runtime/protocol.ts';
import { readSignal } from '../../../src/runtime/signal.ts';

const command = JSON.stringify({ kind: 'observe', runId: 4 });

function outcomeOf(...signals: Signal[]) {
  const follow = followOutcome();
  return signals.map(follow).at(-1);
}

test('a program that ends its interpreter has crashed, in the phase and after the units that it had reached', () => {
  const outcome = outcomeOf(
    { kind: 'phase', runId: 1, phase: 'load' },
    { kind: 'read', runId: 1, read: { units: 40, bytes: 0, rung: 0 } },
    { kind: 'fault', runId: 1, fault: 'died', message: 'The program ended the interpreter (os._exit).' },
  );
  expect(outcome).toMatchObject({ kind: 'crashed', phase: 'load', units: 40, next: null });
});

test('running out of memory names the limit', () => {
  const outcome = outcomeOf({ kind: 'fault', runId: 1, fault: 'out-of-memory', message: 'Too much.' });
  expect(outcome).toEqual({ kind: 'out-of-memory', limitBytes: 268_435_456, message: 'Too much.' });
});

test('a run that goes on with failures ends with the last that was said of them', () => {
  const failures = { count: 3, units: 40, reason: 'KeyError: 1', detail: '', error: null };
  const outcome = outcomeOf(
    { kind: 'failures', runId: 1, failures: { ...failures, count: 1 } },
    { kind: 'failures', runId: 1, failures },
    { kind: 'observed', runId: 1, units: 30 },
  );
  expect(outcome).toEqual({ kind: 'observed', units: 30, failures });
});

test('output ends nothing', () => {
  expect(outcomeOf({ kind: 'output', runId: 1, stream: 'stdout', text: 'x' })).toBeNull();
});

test('an exit of the interpreter is told as such', () => {
  const error = Object.assign(new Error('Program terminated with exit(0)'), { name: 'ExitStatus' });
  expect(readSignal(describeEnd(error, command, false))).toMatchObject({
    runId: 4,
    fault: 'died',
    message: 'The program ended the interpreter (os._exit).',
  });
});

test('a trap after the memory limit was reached is told as running out of memory', () => {
  const trap = new WebAssembly.RuntimeError('unreachable');
  expect(readSignal(describeEnd(trap, command, true))).toMatchObject({ fault: 'out-of-memory' });
  expect(readSignal(describeEnd(trap, command, false))).toMatchObject({ fault: 'died' });
});
