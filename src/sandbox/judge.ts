import type { Command, Outcome, Program, Signal } from './protocol.ts';
import type { Explanation, Next } from './report.ts';

type WithoutRunId<T> = T extends unknown ? Omit<T, 'runId'> : never;
export type CommandBody = WithoutRunId<Command>;

/** Carries out one command in an interpreter of its own. */
export type Execute = (command: CommandBody, on: (signal: Signal) => void) => Promise<Outcome>;

export type Judgement = { outcome: Outcome; explanation: Explanation | null };

export type Checked = { outcome: Outcome; seed: number };

/** Checks a program, and again with other seeds for as long as the judge asks for that. */
export async function check(
  execute: Execute,
  program: Program,
  on: (signal: Signal) => void,
  seed: number,
): Promise<Checked> {
  let next: Next = { kind: 'check', seed, cap: program.contract.cap, agreed: 0 };
  for (;;) {
    const { seed: used } = next;
    const outcome = await execute({ ...next, program }, on);
    const coming = nextOf(outcome);
    if (coming?.kind !== 'check') return { outcome, seed: used };
    next = coming;
  }
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
