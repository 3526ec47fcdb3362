import type { Command, Outcome, Program, Signal } from './protocol.ts';
import type { Explanation, Next } from './report.ts';

type WithoutRunId<T> = T extends unknown ? Omit<T, 'runId'> : never;
export type CommandBody = WithoutRunId<Command>;

/** Carries out one command in an interpreter of its own. */
export type Execute = (command: CommandBody, on: (signal: Signal) => void) => Promise<Outcome>;

export type Judgement = { outcome: Outcome; explanation: Explanation | null };

export type Checked = { outcome: Outcome; seed: number };

/** Checks a program, and once more with another seed when the judge asks for that. */
export async function check(
  execute: Execute,
  program: Program,
  on: (signal: Signal) => void,
  seed: number,
): Promise<Checked> {
  const outcome = await execute({ kind: 'check', program, seed, cap: program.contract.cap }, on);
  const next = nextOf(outcome);
  if (next?.kind !== 'check') return { outcome, seed };
  return { outcome: await execute({ ...next, program }, on), seed: next.seed };
}

/** Checks a program, then has growth explained. */
export async function judge(
  execute: Execute,
  program: Program,
  on: (signal: Signal) => void,
  seed: number,
): Promise<Judgement> {
  const checked = await check(execute, program, on, seed);
  const { outcome } = checked;
  let explanation: Explanation | null = null;
  if (nextOf(outcome)?.kind === 'explain') {
    await execute({ kind: 'explain', program, seed: checked.seed }, (signal) => {
      if (signal.kind === 'report') explanation = signal.explanation;
      on(signal);
    });
  }
  return { outcome, explanation };
}

function nextOf(outcome: Outcome): Next {
  return 'next' in outcome ? outcome.next : null;
}
