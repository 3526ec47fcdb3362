import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClient, type Client } from '../../../src/runtime/client.ts';
import type { InterpreterPoolOptions } from '../../../src/runtime/interpreter-pool.ts';
import type { ProgramCommand, Signal } from '../../../src/runtime/protocol.ts';
import { openInterpreter } from '../../../src/runtime/runner.ts';
import { bounded, explanation, growing, program } from './fixtures.ts';
import { scriptedChannel, type Reply } from './scripted-channel.ts';

/** A pool whose interpreters answer as the test has them answer, or not at all. */
function createScript() {
  const script = {
    taken: [] as ReturnType<typeof scriptedChannel>[],
    failure: null as string | null,
    answer: (_command: ProgramCommand): Reply | null => null,
    createInterpreterPool({ onBoot, timeLimitSeconds }: InterpreterPoolOptions) {
      const open = async (wanted: AbortSignal) => {
        await Promise.resolve();
        if (script.failure) throw new Error(script.failure);
        if (wanted.aborted) return null;
        const one = scriptedChannel((command) => {
          const reply = script.answer(command);
          if (reply) one.say(reply);
        });
        script.taken.push(one);
        return one.channel;
      };
      return {
        warm: () => onBoot({ kind: 'starting', from: 'cold' }),
        take: () => openInterpreter(open, timeLimitSeconds),
        openLanguage: () => Promise.reject(new Error('No editor asks here.')),
        dispose: () => undefined,
      };
    },
  };
  return script;
}

const run = { kind: 'observe', program, seed: 1, units: 10 } as const;
const diagnosis = { complete: false, findings: [] };
const observed: Reply = { kind: 'observed', units: 10 };
const ignore = () => undefined;
let script: ReturnType<typeof createScript>;
let client: Client;
const commands = () => script.taken.flatMap((one) => one.commands);
const begun = (count = 1) => vi.waitFor(() => expect(commands()).toHaveLength(count));

beforeEach(() => {
  vi.stubGlobal('location', { href: 'http://localhost/' });
  script = createScript();
  client = createClient({ base: '/', stack: { packages: [], preload: [] }, storage: null, ...script });
});

afterEach(() => {
  client.dispose();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a run settles with what it ran and its interpreter is ended', async () => {
  script.answer = () => observed;
  expect(await client.execute(run, ignore)).toEqual({ kind: 'observed', units: 10 });
  expect(script.taken.map(({ ends }) => ends)).toEqual([1]);
});

test('stop settles the pending run and ends its interpreter', async () => {
  const outcome = client.execute(run, ignore);
  await begun();
  client.stop();
  expect(await outcome).toEqual({ kind: 'stopped' });
  expect(script.taken.map(({ ends }) => ends)).toEqual([1]);
});

test('stop settles a run that still waits for its interpreter, and the next run gets that one', async () => {
  const first = client.execute(run, ignore);
  client.stop();
  script.answer = () => observed;
  const second = client.execute(run, ignore);
  expect(await first).toEqual({ kind: 'stopped' });
  expect(await second).toEqual({ kind: 'observed', units: 10 });
  expect(script.taken).toHaveLength(1);
});

test('a second run stops the first', async () => {
  const first = client.execute(run, ignore);
  await begun();
  const second = client.execute(run, ignore);
  expect(await first).toEqual({ kind: 'stopped' });
  await begun(2);
  script.taken[1]?.say({ kind: 'observed', units: 3 });
  expect(await second).toEqual({ kind: 'observed', units: 3 });
});

test('nothing that a stopped run says is heard', async () => {
  const heard: Signal[] = [];
  const outcome = client.execute(run, (signal) => heard.push(signal));
  await begun();
  client.stop();
  await outcome;
  script.taken[0]?.say(observed);
  expect(heard).toEqual([]);
});

test('an interpreter that cannot start makes the run unavailable, and the next one tries again', async () => {
  script.failure = 'The network is gone.';
  expect(await client.execute(run, ignore)).toEqual({ kind: 'unavailable', reason: 'The network is gone.' });
  script.failure = null;
  script.answer = () => observed;
  expect(await client.execute(run, ignore)).toEqual({ kind: 'observed', units: 10 });
});

test('a run without progress is timed out after a minute', async () => {
  vi.useFakeTimers();
  const outcome = client.execute(run, ignore);
  await begun();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await outcome).toEqual({ kind: 'timed-out', seconds: 60 });
});

test('an interpreter that is opened carries out one command after the other until it is closed', async () => {
  script.answer = ({ kind }) => (kind === 'observe' ? observed : { kind: 'diagnosis', diagnosis });
  const interpreter = client.open();
  expect(await interpreter.carryOut(run, ignore)).toEqual({ kind: 'observed', units: 10 });
  expect(await interpreter.carryOut({ kind: 'diagnose', program, seed: 1 }, ignore)).toEqual({
    kind: 'diagnosed',
    diagnosis,
  });
  expect(script.taken.map(({ ends }) => ends)).toEqual([0]);
  interpreter.close();
  expect(script.taken.map(({ ends }) => ends)).toEqual([1]);
});

test('a run closes the interpreter that is open, for one of its own', async () => {
  const interpreter = client.open();
  const first = interpreter.carryOut(run, ignore);
  await begun();
  script.answer = () => observed;
  expect(await client.execute(run, ignore)).toEqual({ kind: 'observed', units: 10 });
  expect(await first).toEqual({ kind: 'stopped' });
  expect(script.taken.map(({ ends }) => ends)).toEqual([1, 1]);
});

test('stop closes the interpreter that is open', async () => {
  const outcome = client.open().carryOut(run, ignore);
  await begun();
  client.stop();
  expect(await outcome).toEqual({ kind: 'stopped' });
  expect(script.taken.map(({ ends }) => ends)).toEqual([1]);
});

test('judging a growing program ends with its explanation, with the seed of the check, each afresh', async () => {
  script.answer = ({ kind }) =>
    kind === 'check' ? { kind: 'verdict', verdict: growing } : { kind: 'explanation', explanation };
  expect(await client.judge(program, ignore)).toEqual({ outcome: growing, explanation });
  const [check, explain] = commands();
  expect(explain).toMatchObject({ kind: 'explain', seed: check?.seed });
  expect(script.taken.map(({ commands }) => commands.length)).toEqual([1, 1]);
});

test('stopping the explanation keeps the verdict', async () => {
  script.answer = ({ kind }) => {
    if (kind === 'check') return { kind: 'verdict', verdict: growing };
    client.stop();
    return null;
  };
  expect(await client.judge(program, ignore)).toEqual({ outcome: growing, explanation: null });
});

test('two checks have neither a seed nor an interpreter in common', async () => {
  script.answer = () => ({ kind: 'verdict', verdict: bounded });
  await client.judge(program, ignore);
  await client.judge(program, ignore);
  const [first, second] = commands();
  expect(first?.seed).not.toBe(second?.seed);
  expect(script.taken.map(({ commands }) => commands.length)).toEqual([1, 1]);
});

test('a listener is told of the boot at once and at every change, until it leaves', () => {
  const seen: string[] = [];
  const leave = client.onBoot(({ kind }) => seen.push(kind));
  client.warm();
  leave();
  client.warm();
  expect(seen).toEqual(['idle', 'starting']);
});
