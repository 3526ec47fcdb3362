import { MEMORY_LIMIT_BYTES } from './limits.ts';
import type { Command, Outcome, Signal } from './protocol.ts';
import type { Failures, Verdict } from './report.ts';

type Phase = Extract<Verdict, { kind: 'crashed' }>['phase'];

/** What ends each step in a living program. */
const STEP_ENDS = { console: 'answer', complete: 'completions', inspect: 'look' } as const;
const OF_STEPS: readonly string[] = ['phase', 'output', 'output-cut', 'graph', 'fault'];

/** Whether a signal can be of such a command: a program may send any of them, and at any time. */
export function belongsTo(command: Command['kind'], signal: Signal['kind']): boolean {
  if (command in STEP_ENDS)
    return STEP_ENDS[command as keyof typeof STEP_ENDS] === signal || OF_STEPS.includes(signal);
  return !(Object.values(STEP_ENDS) as string[]).includes(signal);
}

/** Follows the signals of one command: null while it goes on, and its outcome with the last of them. */
export function followOutcome(): (signal: Signal) => Outcome | null {
  let phase: Phase = 'import';
  let units = 0;
  let failures: { failures?: Failures } = {};
  return (signal) => {
    switch (signal.kind) {
      case 'phase':
        phase = signal.phase === 'explain' ? 'load' : signal.phase;
        return null;
      case 'read':
        units = signal.read.units;
        return null;
      case 'failures':
        failures = { failures: signal.failures };
        return null;
      case 'output':
      case 'output-cut':
      case 'graph':
        return null;
      case 'observed':
        return { kind: 'observed', units: signal.units, ...failures };
      case 'verdict':
        return signal.verdict;
      case 'explanation':
        return { kind: 'explained' };
      case 'answer':
      case 'completions':
      case 'look':
        return { kind: 'answered' };
      case 'diagnosis':
        return { kind: 'diagnosed', diagnosis: signal.diagnosis };
      case 'fault':
        return signal.fault === 'died'
          ? crashed(signal.message, phase, units)
          : { kind: 'out-of-memory', limitBytes: MEMORY_LIMIT_BYTES, message: signal.message };
      default:
        return signal satisfies never;
    }
  };
}

/** A program that ends its interpreter has crashed like any other, only without a traceback. */
export function crashed(message: string, phase: Phase, units: number): Outcome {
  const error = { type: 'InterpreterEnded', message, traceback: message, frames: [] };
  const said = { sentence: message, headline: message, lead: '', detail: '' };
  return { kind: 'crashed', ...said, phase, units, error, next: null };
}
