import { judge, type CommandBody, type Execute, type Judgement } from './judge.ts';
import { START_LIMIT_SECONDS, TIME_LIMIT_SECONDS } from './limits.ts';
import type { Machine } from './machine.ts';
import type { Stack } from './manifest.ts';
import { followOutcome } from './outcome.ts';
import type { Boot, Outcome, Program, Signal } from './protocol.ts';
import type { readSignal } from './signal.ts';
import { browserStorage, type Storage } from './storage.ts';
import { createSupply, type Supply, type SupplyOptions } from './supply.ts';

export type { CommandBody, Judgement, Stack };

export type Client = {
  /** Begins the boot; called while the learner reads, any number of times. */
  warm(): void;
  /** Tells the listener how far the boot is, now and at every change, until the function that it returns is called. */
  onBoot(listener: (boot: Boot) => void): () => void;
  /** Always settles, exactly once. A command that is given while another runs stops the other. */
  execute: Execute;
  /** Checks the program, then whatever the judge asks for next. */
  judge(program: Program, on: (signal: Signal) => void): Promise<Judgement>;
  /** Settles the command that runs as stopped and ends its interpreter. */
  stop(): void;
  dispose(): void;
};

export type ClientOptions = {
  /** Path of the site, with a slash at its end. */
  base: string;
  stack: Stack;
  timeLimitSeconds?: number;
  storage?: Storage | null;
  fetch?: typeof globalThis.fetch;
  createSupply?: (options: SupplyOptions) => Supply;
};

type Run = { settle(outcome: Outcome): void };

export function createClient(options: ClientOptions): Client {
  const { base, stack, timeLimitSeconds = TIME_LIMIT_SECONDS } = options;
  const listeners = new Set<(boot: Boot) => void>();
  let boot: Boot = { kind: 'idle' };
  let current: Run | null = null;
  let lastRunId = 0;
  const supply = (options.createSupply ?? createSupply)({
    folder: new URL('runtime/', new URL(base, location.href)),
    stack,
    startLimitSeconds: START_LIMIT_SECONDS,
    fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
    storage: options.storage === undefined ? browserStorage() : options.storage,
    onBoot(now) {
      boot = now;
      for (const listener of listeners) listener(now);
    },
  });

  /** Every way out of a run goes through `settle`. */
  const execute: Execute = (body, on) => {
    current?.settle({ kind: 'stopped' });
    const runId = ++lastRunId;
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const follow = followOutcome();
    let machine: Machine | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const run: Run = {
      settle(outcome) {
        if (current !== run) return;
        current = null;
        clearTimeout(timer);
        machine?.terminate();
        resolve(outcome);
      },
    };
    current = run;
    const unavailable = (reason: string) => run.settle({ kind: 'unavailable', reason });
    const awaitProgress = () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => run.settle({ kind: 'timed-out', seconds: timeLimitSeconds }),
        timeLimitSeconds * 1000,
      );
    };
    const receive = (read: typeof readSignal, text: string) => {
      if (current !== run) return;
      const signal = read(text);
      if (!signal) {
        unavailable('Python said something that this page does not understand.');
        return;
      }
      if (signal.runId !== runId) return;
      if (signal.kind === 'phase' || signal.kind === 'read') awaitProgress();
      on(signal);
      const outcome = follow(signal);
      if (outcome) run.settle(outcome);
    };
    const begin = async () => {
      // The schemas are the larger part of the client and not needed before the first signal.
      const schemas = import('./signal.ts');
      schemas.catch(() => null);
      machine = await supply.take(() => current === run);
      const { readSignal } = await schemas;
      if (current !== run) {
        machine?.terminate();
        return;
      }
      awaitProgress();
      machine?.perform(JSON.stringify({ ...body, runId }), (text) => receive(readSignal, text), unavailable);
    };
    begin().catch((error: unknown) => unavailable(error instanceof Error ? error.message : String(error)));
    return promise;
  };

  return {
    warm: () => supply.warm(),
    onBoot(listener) {
      listeners.add(listener);
      listener(boot);
      return () => listeners.delete(listener);
    },
    execute,
    judge: (program, on) => judge(execute, program, on, drawSeed()),
    stop: () => current?.settle({ kind: 'stopped' }),
    dispose() {
      current?.settle({ kind: 'stopped' });
      listeners.clear();
      supply.dispose();
    },
  };
}

/** No program can know the seed that it will be judged with. */
function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
}
