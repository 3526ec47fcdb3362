import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClient, type Client } from '../../../src/sandbox/client.ts';
import type { Machine } from '../../../src/sandbox/machine.ts';
import type { Command, Signal } from '../../../src/sandbox/protocol.ts';
import type { SupplyOptions } from '../../../src/sandbox/supply.ts';
import { bounded, explanation, growing, program } from './fixtures.ts';

type WithoutRunId<T> = T extends unknown ? Omit<T, 'runId'> : never;
type Reply = WithoutRunId<Signal>;
type Given = {
  command: Command;
  say(reply: Reply): void;
  sayText(text: string): void;
  fail(reason: string): void;
};

/** A supply whose interpreters say what the test has them say. */
function createScript() {
  const given: Given[] = [];
  const script = {
    given,
    terminated: 0,
    failure: null as string | null,
    onPerform: (_given: Given) => undefined as unknown,
    createSupply({ onBoot }: SupplyOptions) {
      const machine = (): Machine => ({
        perform(text, onSignal, onFailure) {
          const command = JSON.parse(text) as Command;
          const say = (reply: Reply) => onSignal(JSON.stringify({ ...reply, runId: command.runId }));
          const one: Given = { command, say, sayText: onSignal, fail: onFailure };
          given.push(one);
          script.onPerform(one);
        },
        terminate: () => void (script.terminated += 1),
      });
      return {
        warm: () => onBoot({ kind: 'starting', from: 'cold' }),
        async take(isWanted: () => boolean) {
          await Promise.resolve();
          if (script.failure) throw new Error(script.failure);
          return isWanted() ? machine() : null;
        },
        dispose: () => undefined,
      };
    },
  };
  return script;
}

const run = { kind: 'run', program, seed: 1, units: 10 } as const;
let script: ReturnType<typeof createScript>;
let client: Client;
const ignore = () => undefined;
const begun = (count = 1) => vi.waitFor(() => expect(script.given).toHaveLength(count));

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
  script.onPerform = ({ say }) => say({ kind: 'done', units: 10 });
  expect(await client.execute(run, ignore)).toEqual({ kind: 'ran', units: 10 });
  expect(script.terminated).toBe(1);
});

test('stop settles the pending run and ends its interpreter', async () => {
  const outcome = client.execute(run, ignore);
  await begun();
  client.stop();
  expect(await outcome).toEqual({ kind: 'stopped' });
  expect(script.terminated).toBe(1);
});

test('stop settles a run that still waits for its interpreter, and the next run gets that one', async () => {
  const first = client.execute(run, ignore);
  client.stop();
  script.onPerform = ({ say }) => say({ kind: 'done', units: 10 });
  const second = client.execute(run, ignore);
  expect(await first).toEqual({ kind: 'stopped' });
  expect(await second).toEqual({ kind: 'ran', units: 10 });
  expect(script.given).toHaveLength(1);
});

test('a second run stops the first', async () => {
  const first = client.execute(run, ignore);
  await begun();
  const second = client.execute(run, ignore);
  expect(await first).toEqual({ kind: 'stopped' });
  await begun(2);
  script.given[1]?.say({ kind: 'done', units: 3 });
  expect(await second).toEqual({ kind: 'ran', units: 3 });
});

test('nothing that a settled run says is heard', async () => {
  const heard: Signal[] = [];
  const outcome = client.execute(run, (signal) => heard.push(signal));
  await begun();
  client.stop();
  await outcome;
  script.given[0]?.say({ kind: 'done', units: 10 });
  expect(heard).toEqual([]);
});

test('a signal of another run is not taken for one of this', async () => {
  const outcome = client.execute(run, ignore);
  await begun();
  script.given[0]?.sayText(JSON.stringify({ kind: 'done', units: 99, runId: 12_345 }));
  script.given[0]?.say({ kind: 'done', units: 10 });
  expect(await outcome).toEqual({ kind: 'ran', units: 10 });
});

test.each(['not JSON', '{"kind":"verdict","runId":1}', 'null'])(
  '%s is never taken for a signal',
  async (text) => {
    const outcome = client.execute(run, ignore);
    await begun();
    script.given[0]?.sayText(text);
    expect(await outcome).toMatchObject({ kind: 'unavailable' });
  },
);

test('an interpreter that cannot start makes the run unavailable, and the next one tries again', async () => {
  script.failure = 'The network is gone.';
  expect(await client.execute(run, ignore)).toEqual({ kind: 'unavailable', reason: 'The network is gone.' });
  script.failure = null;
  script.onPerform = ({ say }) => say({ kind: 'done', units: 10 });
  expect(await client.execute(run, ignore)).toEqual({ kind: 'ran', units: 10 });
});

test('a worker that ends by itself makes the run unavailable', async () => {
  const outcome = client.execute(run, ignore);
  await begun();
  script.given[0]?.fail('The worker could not go on.');
  expect(await outcome).toEqual({ kind: 'unavailable', reason: 'The worker could not go on.' });
});

test('a run without progress is timed out, however much it prints', async () => {
  vi.useFakeTimers();
  const outcome = client.execute(run, ignore);
  await vi.waitFor(() => expect(script.given).toHaveLength(1));
  for (let second = 0; second < 61; second += 1) {
    script.given[0]?.say({ kind: 'output', stream: 'stdout', text: 'again\n' });
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(await outcome).toEqual({ kind: 'timed-out', seconds: 60 });
  expect(script.terminated).toBe(1);
});

test('a run that goes on reading is not timed out', async () => {
  vi.useFakeTimers();
  const outcome = client.execute(run, ignore);
  await vi.waitFor(() => expect(script.given).toHaveLength(1));
  for (let read = 0; read < 10; read += 1) {
    await vi.advanceTimersByTimeAsync(50_000);
    script.given[0]?.say({ kind: 'read', read: { units: read, bytes: 0, rung: 0 } });
  }
  script.given[0]?.say({ kind: 'done', units: 10 });
  expect(await outcome).toEqual({ kind: 'ran', units: 10 });
});

test('judging a growing program ends with its explanation, with the seed of the check', async () => {
  script.onPerform = ({ command, say }) => {
    if (command.kind === 'check') say({ kind: 'verdict', verdict: growing });
    else say({ kind: 'report', explanation });
  };
  expect(await client.judge(program, ignore)).toEqual({ outcome: growing, explanation });
  const [check, explain] = script.given.map(({ command }) => command);
  expect(explain).toMatchObject({ kind: 'explain', seed: check?.seed });
});

test('stopping the explanation keeps the verdict', async () => {
  script.onPerform = ({ command, say }) => {
    if (command.kind === 'check') say({ kind: 'verdict', verdict: growing });
    else client.stop();
  };
  expect(await client.judge(program, ignore)).toEqual({ outcome: growing, explanation: null });
});

test('two checks are not made with the same seed', async () => {
  script.onPerform = ({ say }) => say({ kind: 'verdict', verdict: bounded });
  await client.judge(program, ignore);
  await client.judge(program, ignore);
  const [first, second] = script.given.map(({ command }) => command.seed);
  expect(first).not.toBe(second);
});

test('a listener is told of the boot at once and at every change, until it leaves', () => {
  const seen: string[] = [];
  const leave = client.onBoot(({ kind }) => seen.push(kind));
  client.warm();
  leave();
  client.warm();
  expect(seen).toEqual(['idle', 'starting']);
});
