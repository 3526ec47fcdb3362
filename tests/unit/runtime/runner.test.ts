import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TIME_LIMIT_SECONDS } from '../../../src/runtime/limits.ts';
import type { Signal } from '../../../src/runtime/protocol.ts';
import { executeAfresh, openInterpreter, type InterpreterHandle } from '../../../src/runtime/runner.ts';
import { program } from './fixtures.ts';
import { scriptedChannel } from './scripted-channel.ts';

const observe = { kind: 'observe', program, seed: 1, units: 10 } as const;
const diagnose = { kind: 'diagnose', program, seed: 1 } as const;
const diagnosis = { complete: false, findings: [] };
const ignore = () => undefined;

let script: ReturnType<typeof scriptedChannel>;
let interpreter: InterpreterHandle;
const posted = (count = 1) => vi.waitFor(() => expect(script.commands).toHaveLength(count));

beforeEach(() => {
  script = scriptedChannel();
  interpreter = openInterpreter(async () => script.channel, TIME_LIMIT_SECONDS);
});

afterEach(() => vi.useRealTimers());

describe('a command', () => {
  test('is posted with a number of its own, and settles with its last signal', async () => {
    const heard: string[] = [];
    const outcome = interpreter.carryOut(observe, ({ kind }) => heard.push(kind));
    await posted();
    expect(script.commands[0]).toEqual({ ...observe, runId: expect.any(Number) as number, language: 'en' });
    script.say({ kind: 'phase', phase: 'load' });
    script.say({ kind: 'observed', units: 10 });
    expect(await outcome).toEqual({ kind: 'observed', units: 10 });
    expect(heard).toEqual(['phase', 'observed']);
  });

  test('is not ended by what only a step in a living program says, nor such a step by a verdict', async () => {
    const heard: string[] = [];
    const outcome = interpreter.carryOut(observe, ({ kind }) => heard.push(kind));
    await posted();
    script.say({ kind: 'answer', answer: { state: 'done', traceback: '', value: null } });
    script.say({ kind: 'observed', units: 10 });
    expect(await outcome).toEqual({ kind: 'observed', units: 10 });
    const answered = interpreter.carryOut({ kind: 'console', source: '1' }, ({ kind }) => heard.push(kind));
    await posted(2);
    script.say({ kind: 'observed', units: 20 });
    script.say({ kind: 'completions', completions: { prefix: '', options: [] } });
    script.say({ kind: 'answer', answer: { state: 'done', traceback: '', value: null } });
    expect(await answered).toEqual({ kind: 'answered' });
    expect(heard).toEqual(['observed', 'answer']);
  });

  test('settles once, whatever is said, fails or is closed afterwards', async () => {
    const heard: Signal[] = [];
    const outcome = interpreter.carryOut(observe, (signal) => heard.push(signal));
    await posted();
    script.say({ kind: 'observed', units: 10 });
    script.say({ kind: 'observed', units: 99 });
    script.fail('The thread ended.');
    interpreter.close();
    expect(await outcome).toEqual({ kind: 'observed', units: 10 });
    expect(heard).toHaveLength(1);
  });

  test('does not hear a signal of another', async () => {
    const heard: Signal[] = [];
    const outcome = interpreter.carryOut(observe, (signal) => heard.push(signal));
    await posted();
    script.sayText(JSON.stringify({ kind: 'observed', units: 99, runId: 12_345 }));
    script.say({ kind: 'observed', units: 10 });
    expect(await outcome).toEqual({ kind: 'observed', units: 10 });
    expect(heard).toHaveLength(1);
  });

  test('ends as it ends, even if whoever listens throws', async () => {
    const outcome = interpreter.carryOut(observe, () => {
      throw new Error('The page is at fault.');
    });
    await posted();
    expect(() => script.say({ kind: 'observed', units: 10 })).toThrow('The page is at fault.');
    expect(await outcome).toEqual({ kind: 'observed', units: 10 });
  });

  test.each(['not JSON', '{"kind":"verdict","runId":1}', 'null'])(
    'is unavailable when the interpreter says %s',
    async (text) => {
      const outcome = interpreter.carryOut(observe, ignore);
      await posted();
      script.sayText(text);
      expect(await outcome).toEqual({
        kind: 'unavailable',
        reason: `Python said something that is no signal: ${text}`,
      });
      expect(script.ends).toBe(1);
    },
  );

  test.each([
    ['a signal of more than 524,288 characters', 1, 'x'.repeat(2 ** 19 + 1)],
    ['more than 2,000 signals in a second', 2001, '{}'],
    ['more than 4,194,304 characters in one run', 9, 'x'.repeat(2 ** 19)],
  ])('ends as crashed when the program sends %s, which nobody reads', async (excess, count, text) => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const parse = vi.spyOn(JSON, 'parse');
    const outcome = interpreter.carryOut(observe, ignore);
    await posted();
    const own = JSON.stringify({ kind: 'phase', runId: script.commands[0]?.runId, phase: 'load' });
    for (let sent = 1; sent < count; sent += 1) script.sayText(own.padEnd(text.length));
    parse.mockClear();
    script.sayText(text);
    expect(parse).not.toHaveBeenCalled();
    expect(await outcome).toMatchObject({
      kind: 'crashed',
      sentence: `The program sent the page ${excess}, and its interpreter was ended.`,
    });
    expect(script.ends).toBe(1);
    parse.mockRestore();
  });

  test('is unavailable, with the reason, when the interpreter goes by itself', async () => {
    const outcome = interpreter.carryOut(observe, ignore);
    await posted();
    script.fail('The thread ended.');
    expect(await outcome).toEqual({ kind: 'unavailable', reason: 'The thread ended.' });
    expect(script.ends).toBe(1);
  });

  test('is unavailable, with the reason, when there is no interpreter to be had', async () => {
    interpreter = openInterpreter(() => Promise.reject(new Error('No network.')), TIME_LIMIT_SECONDS);
    expect(await interpreter.carryOut(observe, ignore)).toEqual({
      kind: 'unavailable',
      reason: 'No network.',
    });
  });
});

describe('the watchdog', () => {
  beforeEach(() => vi.useFakeTimers());

  test('ends a command that makes no progress, however much it prints', async () => {
    const outcome = interpreter.carryOut(observe, ignore);
    await posted();
    for (let second = 0; second < 60; second += 1) {
      script.say({ kind: 'output', stream: 'stdout', text: 'again\n' });
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(await outcome).toEqual({ kind: 'timed-out', seconds: 60 });
    expect(script.ends).toBe(1);
  });

  test.each([
    { kind: 'read', read: { units: 1, bytes: 0, rung: 0 } },
    { kind: 'phase', phase: 'load' },
  ] as const)('begins anew with every $kind', async (progress) => {
    const outcome = interpreter.carryOut(observe, ignore);
    await posted();
    for (let time = 0; time < 10; time += 1) {
      await vi.advanceTimersByTimeAsync(59_000);
      script.say(progress);
    }
    script.say({ kind: 'observed', units: 10 });
    expect(await outcome).toEqual({ kind: 'observed', units: 10 });
  });

  test('waits for as long as it is told to', async () => {
    interpreter = openInterpreter(async () => script.channel, 5);
    const outcome = interpreter.carryOut(observe, ignore);
    await posted();
    await vi.advanceTimersByTimeAsync(5000);
    expect(await outcome).toEqual({ kind: 'timed-out', seconds: 5 });
  });

  test('sleeps between two commands', async () => {
    const first = interpreter.carryOut(observe, ignore);
    await posted();
    script.say({ kind: 'observed', units: 10 });
    await first;
    await vi.advanceTimersByTimeAsync(600_000);
    const second = interpreter.carryOut(diagnose, ignore);
    await posted(2);
    script.say({ kind: 'diagnosis', diagnosis });
    expect(await second).toEqual({ kind: 'diagnosed', diagnosis });
  });
});

describe('an interpreter', () => {
  test('carries out one command after the other, and is ended once, by closing it', async () => {
    const first = interpreter.carryOut(observe, ignore);
    await posted();
    script.say({ kind: 'observed', units: 10 });
    expect(await first).toEqual({ kind: 'observed', units: 10 });

    const second = interpreter.carryOut(diagnose, ignore);
    await posted(2);
    script.sayText(JSON.stringify({ kind: 'observed', units: 99, runId: script.commands[0]?.runId }));
    script.say({ kind: 'diagnosis', diagnosis });
    expect(await second).toEqual({ kind: 'diagnosed', diagnosis });
    expect(script.ends).toBe(0);

    interpreter.close();
    interpreter.close();
    script.fail('The thread ended.');
    await Promise.resolve();
    expect(script.ends).toBe(1);
  });

  test('refuses a second command while one runs, and goes on with the first', async () => {
    const outcome = interpreter.carryOut(observe, ignore);
    await posted();
    await expect(interpreter.carryOut(diagnose, ignore)).rejects.toThrow('one command at a time');
    script.say({ kind: 'observed', units: 10 });
    expect(await outcome).toEqual({ kind: 'observed', units: 10 });
    expect(script.commands).toHaveLength(1);
  });

  test('settles the command that runs as stopped when it is closed', async () => {
    const heard: Signal[] = [];
    const outcome = interpreter.carryOut(observe, (signal) => heard.push(signal));
    await posted();
    interpreter.close();
    script.say({ kind: 'observed', units: 10 });
    expect(await outcome).toEqual({ kind: 'stopped' });
    expect(heard).toEqual([]);
    expect(script.ends).toBe(1);
  });

  test('that is closed before it has come is ended when it comes, and is given no command', async () => {
    const { promise, resolve } = Promise.withResolvers<typeof script.channel>();
    let wanted = new AbortController().signal;
    interpreter = openInterpreter((signal) => {
      wanted = signal;
      return promise;
    }, TIME_LIMIT_SECONDS);
    const outcome = interpreter.carryOut(observe, ignore);
    expect(wanted.aborted).toBe(false);
    interpreter.close();
    expect(await outcome).toEqual({ kind: 'stopped' });
    expect(wanted.aborted).toBe(true);
    resolve(script.channel);
    await vi.waitFor(() => expect(script.ends).toBe(1));
    expect(script.commands).toEqual([]);
  });

  test('has nothing to go on with after a fault', async () => {
    const outcome = interpreter.carryOut(observe, ignore);
    await posted();
    script.say({ kind: 'fault', fault: 'died', message: 'The program ended the interpreter (os._exit).' });
    expect(await outcome).toMatchObject({
      kind: 'crashed',
      sentence: 'The program ended the interpreter (os._exit).',
    });
    expect(script.ends).toBe(1);
    expect(await interpreter.carryOut(diagnose, ignore)).toEqual({
      kind: 'unavailable',
      reason: 'This interpreter has ended.',
    });
  });
});

test('carrying out afresh opens an interpreter for every command and closes it', async () => {
  const scripts: ReturnType<typeof scriptedChannel>[] = [];
  const execute = executeAfresh(() => {
    const one = scriptedChannel(() => one.say({ kind: 'observed', units: scripts.length }));
    scripts.push(one);
    return openInterpreter(async () => one.channel, TIME_LIMIT_SECONDS);
  });
  expect(await execute(observe, ignore)).toEqual({ kind: 'observed', units: 1 });
  expect(await execute(observe, ignore)).toEqual({ kind: 'observed', units: 2 });
  expect(scripts.map(({ commands, ends }) => [commands.length, ends])).toEqual([
    [1, 1],
    [1, 1],
  ]);
});
