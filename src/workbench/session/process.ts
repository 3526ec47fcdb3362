import { words } from '#words/session';
import type { InterpreterHandle } from '../../runtime/client.ts';
import type { Answer, At, Completions, Look } from '../../runtime/living.ts';
import type { Outcome, Signal } from '../../runtime/protocol.ts';
import type { Printed } from './output.ts';

/** `gone`: how the process has ended, in a sentence. */
export type Reply<Value> = { kind: 'said'; value: Value } | { kind: 'gone'; reason: string };

/** Whether there is a program to work with after a command that ended so. */
export function livesOn(outcome: Outcome): boolean {
  if (outcome.kind === 'crashed') return outcome.error.type !== 'InterpreterEnded';
  return outcome.kind === 'observed' || outcome.kind === 'diagnosed';
}

/** The program that a run has left alive in its interpreter. It takes one step after the other. */
export class Process {
  /** Of the run. */
  readonly number: number;
  #interpreter: InterpreterHandle;
  #last: Promise<unknown> = Promise.resolve();

  constructor(number: number, interpreter: InterpreterHandle) {
    this.number = number;
    this.#interpreter = interpreter;
  }

  execute(source: string, onOutput: (signal: Printed) => void): Promise<Reply<Answer>> {
    return this.#step({ kind: 'console', source }, (signal) => {
      if (signal.kind === 'answer') return signal.answer;
      if (signal.kind === 'output' || signal.kind === 'output-cut' || signal.kind === 'graph')
        onOutput(signal);
      return null;
    });
  }

  complete(source: string): Promise<Reply<Completions>> {
    return this.#step({ kind: 'complete', source }, (signal) =>
      signal.kind === 'completions' ? signal.completions : null,
    );
  }

  inspect(at: At, deep = false): Promise<Reply<Look>> {
    return this.#step({ kind: 'inspect', at, deep }, (signal) =>
      signal.kind === 'look' ? signal.look : null,
    );
  }

  end(): void {
    this.#interpreter.close();
  }

  #step<Value>(
    body: Parameters<InterpreterHandle['carryOut']>[0],
    read: (signal: Signal) => Value | null,
  ): Promise<Reply<Value>> {
    const taken = this.#last.then(async (): Promise<Reply<Value>> => {
      const said: Value[] = [];
      const outcome = await this.#interpreter.carryOut(body, (signal) => {
        const value = read(signal);
        if (value !== null) said.push(value);
      });
      const [value] = said;
      return value === undefined || outcome.kind !== 'answered'
        ? { kind: 'gone', reason: reasonOf(outcome) }
        : { kind: 'said', value };
    });
    this.#last = taken.catch(() => null);
    return taken;
  }
}

function reasonOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'stopped':
      return words.process.stopped;
    case 'timed-out':
      return words.process.timedOut(outcome.seconds);
    case 'out-of-memory':
      return words.process.outOfMemory;
    case 'unavailable':
      return outcome.reason;
    default:
      return 'sentence' in outcome ? outcome.sentence : words.process.ended;
  }
}
