import type { Command, Outcome, Program, Signal } from './protocol.ts';
import type { Explanation, Next } from './report.ts';

type WithoutRunId<T> = T extends unknown ? Omit<T, 'runId'> : never;
export type CommandBody = WithoutRunId<Command>;

/** Carries out one command in an interpreter of its own. */
export type Execute = (command: CommandBody, on: (signal: Signal) => void) => Promise<Outcome>;

export type Judgement = { outcome: Outcome; explanation: Explanation | null };

/** Checks a program, then does what the judge asks for next: a second check, an explanation, or nothing. */
export async function judge(
  execute: Execute,
  program: Program,
  on: (signal: Signal) => void,
  seed: number,
): Promise<Judgement> {
  let outcome = await execute({ kind: 'check', program, seed, cap: program.contract.cap }, on);
  let usedSeed = seed;
  for (let next = nextOf(outcome); next?.kind === 'check'; next = nextOf(outcome)) {
    usedSeed = next.seed;
    outcome = await execute({ ...next, program }, on);
  }
  if (nextOf(outcome)?.kind !== 'explain') return { outcome, explanation: null };
  let explanation: Explanation | null = null;
  await execute({ kind: 'explain', program, seed: usedSeed }, (signal) => {
    if (signal.kind === 'report') explanation = signal.explanation;
    on(signal);
  });
  return { outcome, explanation };
}

function nextOf(outcome: Outcome): Next {
  return 'next' in outcome ? outcome.next : null;
}
