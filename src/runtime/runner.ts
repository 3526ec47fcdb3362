import { language } from '#words/language';
import { words } from '#words/runtime';
import type { CommandBody, Execute } from './judge.ts';
import { belongsTo, followOutcome } from './outcome.ts';
import type { Outcome, Signal } from './protocol.ts';
import { limitSignals } from './signal-limits.ts';

/** The way to one interpreter, wherever it lives: in the page's frame, in a thread, in a process. */
export type Channel = {
  post(command: string): void;
  /** The listener hears all that the interpreter says. Called once, before the first command. */
  on(listener: (text: string) => void): void;
  /** Resolves with a sentence when the interpreter is gone by itself; a promise, as that may be before anybody asks. */
  failed: Promise<string>;
  end(): void;
};

/** A channel to an interpreter that nobody else has; null only when it is no longer wanted by then. */
export type OpenChannel = (wanted: AbortSignal) => Promise<Channel | null>;

/** An interpreter from its opening to its end. */
export type InterpreterHandle = {
  /**
   * Any number of commands, one after the other; each settles exactly once. A fault, silence and a failure end the
   * interpreter too, and what is asked of it afterwards is unavailable. Rejects only while another command runs.
   */
  carryOut(body: CommandBody, on: (signal: Signal) => void): Promise<Outcome>;
  /** Ends the interpreter, and settles the command that runs as stopped. */
  close(): void;
};

type Run = {
  runId: number;
  /** What is too much about a text that came, or null. */
  excess(text: string): string | null;
  hear(signal: Signal): void;
  settle(outcome: Outcome): void;
};

/** No two commands have the same, in whichever interpreters: that tells the reads of two checks apart. */
let lastRunId = 0;

/** Opens an interpreter. A command that brings neither a phase nor a read for `limitSeconds` is timed out. */
export function openInterpreter(open: OpenChannel, limitSeconds: number): InterpreterHandle {
  let channel: Channel | null = null;
  let current: Run | null = null;
  let ended = false;
  const wanted = new AbortController();
  const connected = connect().catch((error: unknown) =>
    fail(error instanceof Error ? error.message : String(error)),
  );

  async function connect(): Promise<void> {
    channel = await open(wanted.signal);
    if (ended) return channel?.end();
    void channel?.failed.then(fail);
    // A page at which somebody only reads does without what signals are made of.
    const { readSignal } = await import('./signal.ts');
    channel?.on((text) => {
      if (!current) return;
      const excess = current.excess(text);
      if (excess) return flooded(current, excess);
      const signal = readSignal(text);
      if (signal) current.hear(signal);
      else fail(words.noSignal(text.slice(0, 200)));
    });
  }

  /** Our own judge stays within the limits: it is the program that speaks. */
  function flooded({ runId, hear }: Run, excess: string): void {
    hear({ kind: 'fault', runId, fault: 'died', message: words.flood.ended(excess) });
  }

  function end(outcome: Outcome): void {
    if (ended) return;
    ended = true;
    wanted.abort();
    channel?.end();
    current?.settle(outcome);
  }

  function fail(reason: string): void {
    end({ kind: 'unavailable', reason });
  }

  function carryOut(body: CommandBody, on: (signal: Signal) => void): Promise<Outcome> {
    if (ended) return Promise.resolve({ kind: 'unavailable', reason: words.over });
    // eslint-disable-next-line said/by-key -- Only a mistake of ours asks for that.
    if (current) return Promise.reject(new Error('An interpreter carries out one command at a time.'));
    const runId = ++lastRunId;
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const follow = followOutcome();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const awaitProgress = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end({ kind: 'timed-out', seconds: limitSeconds }), limitSeconds * 1000);
    };
    const run: Run = {
      runId,
      excess: limitSignals(),
      hear(signal) {
        if (signal.runId !== runId || !belongsTo(body.kind, signal.kind)) return;
        if (signal.kind === 'phase' || signal.kind === 'read') awaitProgress();
        try {
          on(signal);
        } finally {
          // A listener that throws changes nothing of how the command ends.
          const outcome = follow(signal);
          if (outcome && signal.kind === 'fault') end(outcome);
          else if (outcome) run.settle(outcome);
        }
      },
      settle(outcome) {
        if (current !== run) return;
        current = null;
        clearTimeout(timer);
        resolve(outcome);
      },
    };
    current = run;
    void connected.then(() => {
      if (current !== run) return;
      awaitProgress();
      channel?.post(
        JSON.stringify({ ...body, runId, ...('program' in body && { language: language.code }) }),
      );
    });
    return promise;
  }

  return { carryOut, close: () => end({ kind: 'stopped' }) };
}

/** Carries out each command in an interpreter of its own: opens, carries out, closes. */
export function executeAfresh(open: () => InterpreterHandle): Execute {
  return async (body, on) => {
    const interpreter = open();
    try {
      return await interpreter.carryOut(body, on);
    } finally {
      interpreter.close();
    }
  };
}
