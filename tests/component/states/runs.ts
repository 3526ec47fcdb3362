import type { Outcome, Signal } from '../../../src/runtime/protocol.ts';
import type { Explanation } from '../../../src/runtime/report.ts';
import { Run, type Task } from '../../../src/workbench/session/run.svelte.ts';

type Parts = {
  number?: number;
  task?: Task;
  title?: string;
  signals?: readonly Signal[];
  explanation?: Explanation;
};

/** A run that goes on, with what it has shown so far. */
export function goingOn({ number = 1, task = 'check', title = 'your files', signals = [] }: Parts = {}): Run {
  const run = new Run(number, { task, title });
  for (const signal of signals) run.take(signal);
  return run;
}

export function settled(outcome: Outcome, parts: Parts = {}): Run {
  const run = goingOn(parts);
  run.settle(outcome, parts.explanation);
  return run;
}

export function printed(text: string, stream: 'stdout' | 'stderr' = 'stdout'): Signal {
  return { kind: 'output', runId: 1, stream, text };
}

/** Reads that climb by so many bytes for each of four times 200 units. */
export function climbing(bytesPerUnit: number): Signal[] {
  return [0, 200, 400, 600, 800].map((units) => ({
    kind: 'read',
    runId: 1,
    read: { units, bytes: units * bytesPerUnit, rung: 0 },
  }));
}
