import type { Client } from '../../../src/sandbox/client.ts';
import type { Boot, Outcome, Signal } from '../../../src/sandbox/protocol.ts';
import type { Explanation, PythonError, Verdict } from '../../../src/sandbox/report.ts';
import type { WorkbenchSandbox } from '../../../src/workbench/workbench-sandbox.ts';

export type Script = {
  signals?: Signal[];
  outcome: Outcome;
  explanation?: Explanation;
  /** Settles only when stopped. */
  hangs?: boolean;
};

/** A client that says what it is told to, and remembers what it was asked. */
export function scriptedClient(script: Script) {
  const asked: { kind: string; project: Record<string, string> }[] = [];
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
    execute(body, on) {
      asked.push({ kind: body.kind, project: body.program.project });
      return settle(on);
    },
    async judge(program, on) {
      asked.push({ kind: 'check', project: program.project });
      return { outcome: await settle(on), explanation: script.explanation ?? null };
    },
    stop: () => stop(),
    dispose() {},
  };
  return { client, asked };
}

export const sandbox: WorkbenchSandbox = {
  id: 'sample',
  title: 'Sample',
  unit: 'request',
  stack: { packages: [], preload: [] },
  contract: { cap: 12_800, budgetBytes: 100_000, sensitivity: 1, warmUp: 300, ratePerSecond: 20 },
  behaviour: ['A client must still see its last 20 requests.'],
  observeUnits: 1000,
  editable: ['app.py'],
  project: { 'settings.py': 'SIZE = 20\n', 'app.py': 'HISTORY = []\n' },
  diagnose: '# yours\n',
  harness: { 'workload.py': 'def run(i): ...\n', 'check.py': '', 'diagnosis.py': '' },
  fixes: [
    { id: 'ring', title: 'A ring', kind: 'Bound it', why: 'It keeps 20.', files: { 'app.py': 'RING = 1\n' } },
  ],
  decoys: [],
  limitBytes: 2 ** 28,
};

const measured = {
  sentence: 'A sentence.',
  unit: 'request',
  units: 12_800,
  seed: 1,
  seeds: 1,
  meter: 'mallinfo' as const,
  seconds: 2,
  baseBytes: 1,
  retainedBytes: 10,
  peakBytes: 20,
  budgetBytes: 100_000,
  bytesPerUnit: 610,
  detectionLimit: 0.05,
  sensitivity: 1,
  rungs: [],
};

export function measuredAs(kind: 'bounded' | 'over-budget', next?: Verdict['next']): Verdict {
  return { kind, ...measured, next: next ?? null };
}

export function growing(): Verdict {
  const limit = {
    objectsPerUnit: 1,
    containerBytes: 1,
    ratePerSecond: 1,
    unitsToLimit: 1,
    secondsToLimit: 1,
  };
  return { kind: 'growing', ...measured, ...limit, next: { kind: 'explain' } };
}

export function inconclusive(next: Verdict['next']): Verdict {
  return { kind: 'inconclusive', ...measured, because: 'a sawtooth of 62 kB.', next };
}

export function errorAt(...lines: [file: string, line: number][]): PythonError {
  const frames = lines.map(([file, line]) => ({ file, line, function: 'handle', source: '' }));
  return { type: 'TypeError', message: 'no', traceback: '', frames };
}
