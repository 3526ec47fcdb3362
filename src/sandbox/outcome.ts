import { MEMORY_LIMIT_BYTES } from './limits.ts';
import type { Outcome, Signal } from './protocol.ts';
import type { Verdict } from './report.ts';

type Phase = Extract<Verdict, { kind: 'crashed' }>['phase'];

/** Follows the signals of one command: null while it goes on, and its outcome with the last of them. */
export function followOutcome(): (signal: Signal) => Outcome | null {
  let phase: Phase = 'import';
  let units = 0;
  return (signal) => {
    switch (signal.kind) {
      case 'phase':
        phase = signal.phase === 'explain' ? 'load' : signal.phase;
        return null;
      case 'read':
        units = signal.read.units;
        return null;
      case 'output':
      case 'output-cut':
        return null;
      case 'done':
        return { kind: 'ran', units: signal.units };
      case 'verdict':
        return signal.verdict;
      case 'report':
        return { kind: 'ran', units: signal.explanation.units };
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
  return { kind: 'crashed', sentence: message, phase, units, error, next: null };
}
