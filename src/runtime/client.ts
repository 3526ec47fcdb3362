import {
  check,
  judge,
  type Checked,
  type CommandBody,
  type Execute,
  type Judgement,
  type ProgramCommandBody,
} from './judge.ts';
import type { LanguageService } from './language.ts';
import type { Answer, CodePlace, Question } from './language-protocol.ts';
import { ANSWER_TIME_LIMIT_SECONDS, START_LIMIT_SECONDS, TIME_LIMIT_SECONDS } from './limits.ts';
import type { Stack } from './manifest.ts';
import type { Boot, Program, Signal } from './protocol.ts';
import { executeAfresh, type InterpreterHandle } from './runner.ts';
import { browserStorage, type Storage } from './storage.ts';
import {
  createInterpreterPool,
  type InterpreterPool,
  type InterpreterPoolOptions,
} from './interpreter-pool.ts';

export type { Answer, CodePlace, Question };
export type { CommandBody, InterpreterHandle, Judgement, ProgramCommandBody, Stack };

/** One interpreter is open at a time. What fails to load is tried again by the next call that needs it. */
export type Client = {
  /** Begins the boot; called while the learner reads, any number of times. */
  warm(): void;
  /** Tells the listener how far the boot is, now and at every change, until the function that it returns is called. */
  onBoot(listener: (boot: Boot) => void): () => void;
  /** Opens an interpreter for several commands. The one that is open is closed. */
  open(): InterpreterHandle;
  /** Opens an interpreter, carries out one command and closes it. Always settles, exactly once. */
  execute: Execute;
  /** Checks the program, then whatever the judge asks for next, each in an interpreter of its own. */
  judge(program: Program, on: (signal: Signal) => void): Promise<Judgement>;
  /** The check alone, without an explanation of what grows. */
  check(program: Program, on: (signal: Signal) => void): Promise<Checked>;
  /** Beside all that; opened by its first question. */
  language: LanguageService;
  /** Closes the interpreter that is open: its command settles as stopped. */
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
  createInterpreterPool?: (options: InterpreterPoolOptions) => InterpreterPool;
};

export function createClient(options: ClientOptions): Client {
  const { base, stack, timeLimitSeconds = TIME_LIMIT_SECONDS } = options;
  const listeners = new Set<(boot: Boot) => void>();
  let boot: Boot = { kind: 'idle' };
  let interpreter: InterpreterHandle | null = null;
  const pool = (options.createInterpreterPool ?? createInterpreterPool)({
    folder: new URL(`${import.meta.env.TOP}runtime/`, new URL(base, location.href)),
    stack,
    startLimitSeconds: START_LIMIT_SECONDS,
    timeLimitSeconds,
    fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
    storage: options.storage === undefined ? browserStorage() : options.storage,
    onBoot(now) {
      boot = now;
      for (const listener of listeners) listener(now);
    },
  });

  function open(): InterpreterHandle {
    interpreter?.close();
    interpreter = pool.take();
    return interpreter;
  }

  const execute = executeAfresh(open);
  let speaking: Promise<LanguageService> | null = null;
  /** Nobody who only reads needs it. One that could not be loaded is loaded anew by the next question. */
  const language: LanguageService = {
    async ask(question) {
      speaking ??= import('./language.ts').then(({ createLanguageService }) =>
        createLanguageService(() => pool.openLanguage(), ANSWER_TIME_LIMIT_SECONDS),
      );
      const asked = speaking;
      asked.catch(() => (speaking = null));
      return (await asked).ask(question);
    },
    close: () => void speaking?.then((service) => service.close()).catch(() => null),
  };

  return {
    warm: () => pool.warm(),
    onBoot(listener) {
      listeners.add(listener);
      listener(boot);
      return () => listeners.delete(listener);
    },
    open,
    execute,
    judge: (program, on) => judge(execute, program, on, drawSeed()),
    check: (program, on) => check(execute, program, on, drawSeed()),
    language,
    stop: () => interpreter?.close(),
    dispose() {
      language.close();
      interpreter?.close();
      listeners.clear();
      pool.dispose();
    },
  };
}

/** No program can know the seed that it will be judged with. */
function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
}
