import type { Answer, Client, CommandBody, Question } from '../../../src/runtime/client.ts';
import type { Boot, Outcome, Signal } from '../../../src/runtime/protocol.ts';
import type { Step } from '../../../src/runtime/living.ts';
import type { Explanation } from '../../../src/runtime/report.ts';

type WithoutRunId<T> = T extends unknown ? Omit<T, 'runId'> : never;
export type StepBody = WithoutRunId<Step>;
export type SaidOfStep = WithoutRunId<Signal>;

export type Script = {
  signals?: Signal[];
  outcome: Outcome;
  explanation?: Explanation;
  /** Settles only when stopped. */
  hangs?: boolean;
  /** What a question of the editor is answered. */
  answer?: (question: Question) => Answer;
  /** What a living process says to a step; nothing: it hangs. */
  step?: (step: StepBody) => readonly SaidOfStep[];
};

/** A client that says what it is told to, and remembers what it was asked. */
export function scriptedClient(script: Script) {
  const asked: { kind: string; project: Record<string, string> }[] = [];
  const commands: CommandBody[] = [];
  const steps: StepBody[] = [];
  let stop = () => {};
  let tellBoot: (boot: Boot) => void = () => {};
  const settle = async (on: (signal: Signal) => void): Promise<Outcome> => {
    script.signals?.forEach(on);
    if (!script.hangs) return script.outcome;
    return new Promise((resolve) => (stop = () => resolve({ kind: 'stopped' })));
  };
  const client: Client = {
    warm: () => tellBoot({ kind: 'ready', from: 'cold', milliseconds: 1 }),
    onBoot(listener) {
      tellBoot = listener;
      listener({ kind: 'idle' });
      return () => {};
    },
    open: () => ({
      async carryOut(body, on) {
        if ('program' in body) {
          asked.push({ kind: body.kind, project: body.program.project });
          commands.push(body);
          return settle(on);
        }
        steps.push(body);
        const said = script.step?.(body) ?? [];
        for (const signal of said) on({ runId: 1, ...signal });
        if (said.length > 0) return { kind: 'answered' };
        return new Promise((resolve) => (stop = () => resolve({ kind: 'stopped' })));
      },
      close: () => stop(),
    }),
    execute(body, on) {
      asked.push({ kind: body.kind, project: body.program.project });
      commands.push(body);
      return settle(on);
    },
    async judge(program, on) {
      asked.push({ kind: 'check', project: program.project });
      return { outcome: await settle(on), explanation: script.explanation ?? null };
    },
    check: async (_, on) => ({ outcome: await settle(on), seed: 1 }),
    language: { ask: async (question) => script.answer?.(question) ?? null, close() {} },
    stop: () => stop(),
    dispose() {},
  };
  return { client, asked, commands, steps };
}
