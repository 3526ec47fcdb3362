import type { Program } from '../../../src/runtime/protocol.ts';
import type { Explanation, Next, Verdict } from '../../../src/runtime/report.ts';

export const program: Program = {
  unit: 'request',
  contract: { cap: 12_800, budgetBytes: 65_536, sensitivity: 1, warmUp: 300, ratePerSecond: 20 },
  project: { 'app.py': 'KEPT = []\n', 'diagnose.py': '' },
  harness: { 'workload.py': '', 'check.py': '', 'diagnosis.py': '' },
};

const measured = {
  sentence: 'A sentence.',
  headline: 'A sentence.',
  lead: '',
  unit: 'request',
  units: 3200,
  seed: 1,
  seeds: 1,
  meter: 'mallinfo' as const,
  seconds: 1,
  baseBytes: 1000,
  importedBytes: 0,
  retainedBytes: 10,
  peakBytes: 20,
  budgetBytes: 65_536,
  bytesPerUnit: 0,
  bytesPerUnitError: 0.02,
  entriesPerUnit: 0,
  outsideBytesPerUnit: 0,
  detectionLimit: 0.1,
  sensitivity: 1,
  rungs: [],
};

export const bounded: Extract<Verdict, { kind: 'bounded' }> = {
  kind: 'bounded',
  ...measured,
  trickle: false,
  next: null,
};

export const inconclusive = (next: Next): Verdict => ({
  kind: 'inconclusive',
  ...measured,
  because: 'A sawtooth hid it.',
  next,
});

export const growing: Extract<Verdict, { kind: 'growing' }> = {
  kind: 'growing',
  ...measured,
  lifetime: 'It is full soon.',
  objectsPerUnit: 1,
  containerBytes: 512 * 2 ** 20,
  ratePerSecond: 20,
  unitsToLimit: 1000,
  secondsToLimit: 50,
  next: { kind: 'explain', about: 'growth', units: 6400, bytes: 412 },
};

export const explanation: Explanation = {
  about: 'growth',
  units: 400,
  allocations: [],
  survivors: [],
  retainers: [],
  notes: [],
};
