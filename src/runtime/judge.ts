import { words } from '#words/runtime';
import type { Command, Outcome, Program, ProgramCommand, Signal } from './protocol.ts';
import type { Explanation, Next } from './report.ts';

/** The runner adds the rest. */
type Body<T> = T extends unknown ? Omit<T, 'runId' | 'language'> : never;
export type CommandBody = Body<Command>;
export type ProgramCommandBody = Body<ProgramCommand>;

/** Carries out one command in an interpreter of its own. */
export type Execute = (command: ProgramCommandBody, on: (signal: Signal) => void) => Promise<Outcome>;

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

/** Checks a program, then has growth, or what is kept over the budget, explained. */
export async function judge(
  execute: Execute,
  program: Program,
  on: (signal: Signal) => void,
  seed: number,
): Promise<Judgement> {
  const checked = await check(execute, program, on, seed);
  const { outcome } = checked;
  const next = nextOf(outcome);
  if (next?.kind !== 'explain') return { outcome, explanation: null };
  const explained: Explanation[] = [];
  const end = await execute({ ...next, program, seed: checked.seed }, (signal) => {
    if (signal.kind === 'explanation') explained.push(signal.explanation);
    on(signal);
  });
  return { outcome, explanation: explained[0] ?? unexplained(next.about, end) };
}

/** The verdict stands, whatever became of its explanation. */
function unexplained(about: Explanation['about'], end: Outcome): Explanation | null {
  if (end.kind === 'stopped') return null;
  const note = words.unexplained.note(reasonOf(end));
  return { about, units: 0, allocations: [], survivors: [], retainers: [], notes: [note] };
}

function reasonOf(end: Outcome): string {
  switch (end.kind) {
    case 'out-of-memory':
      return end.message;
    case 'unavailable':
      return end.reason;
    case 'timed-out':
      return words.unexplained.silent(end.seconds);
    default:
      return 'sentence' in end ? end.sentence : words.unexplained.otherEnd;
  }
}

function nextOf(outcome: Outcome): Next {
  return 'next' in outcome ? outcome.next : null;
}
