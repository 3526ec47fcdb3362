import type { Outcome } from '../../../src/runtime/protocol.ts';
import type { PythonError, Verdict } from '../../../src/runtime/report.ts';

type VerdictOf<Kind extends Verdict['kind']> = Extract<Verdict, { kind: Kind }>;

const measured = {
  unit: 'request',
  units: 12_800,
  seed: 1,
  seeds: 1,
  meter: 'mallinfo' as const,
  seconds: 2,
  baseBytes: 4_000_000,
  importedBytes: 0,
  retainedBytes: 38_000,
  peakBytes: 41_000,
  budgetBytes: 100_000,
  bytesPerUnit: 0.01,
  bytesPerUnitError: 0.02,
  entriesPerUnit: 0,
  outsideBytesPerUnit: 0,
  detectionLimit: 0.05,
  sensitivity: 1,
  rungs: [],
  next: null,
};

/** What a verdict says: its headline begins with the lead, its sentence ends with what else there is. */
function saying(lead: string, rest: string, more = '') {
  const headline = `${lead} ${rest}`;
  return { lead, headline, sentence: `${headline} ${more}`.trim() };
}

export const bounded: VerdictOf<'bounded'> = {
  kind: 'bounded',
  ...measured,
  trickle: false,
  ...saying('Bounded:', 'no growth above 0.05 B per request over 12,800 requests.'),
};

export const growing: VerdictOf<'growing'> = {
  kind: 'growing',
  ...measured,
  ...saying(
    'Growing:',
    '412 B and 3.0 objects per request.',
    'At 20 requests a second a 512 MiB container is full in 18 h 4 min.',
  ),
  lifetime: 'At 20 requests a second a 512 MiB container is full in 18 h 4 min.',
  bytesPerUnit: 412,
  objectsPerUnit: 3,
  containerBytes: 2 ** 29,
  ratePerSecond: 20,
  unitsToLimit: 1_300_800,
  secondsToLimit: 65_040,
  next: { kind: 'explain', about: 'growth', units: 6400, bytes: 412 },
};

export const overBudget: VerdictOf<'over-budget'> = {
  kind: 'over-budget',
  detail: '',
  ...measured,
  ...saying('Bounded, but too large:', '620 kB kept against 100 kB.'),
  retainedBytes: 620_000,
  peakBytes: 650_000,
};

const EACH = 'Each looks at every object of the process.';
export const costly: VerdictOf<'costly'> = {
  kind: 'costly',
  ...measured,
  ...saying('Costly:', '12,800 full collections in 12,800 requests.', EACH),
  detail: EACH,
  collectionsPerUnit: 1,
  mostCollectionsPerUnit: 0.01,
};

export const inconclusive: VerdictOf<'inconclusive'> = {
  kind: 'inconclusive',
  ...measured,
  ...saying('Cannot tell:', 'a sawtooth of 62 kB.'),
  because: 'a sawtooth of 62 kB.',
  detectionLimit: 4.8,
};

/** An error whose frames lie at these lines, the innermost last. */
export function errorAt(...lines: [file: string, line: number][]): PythonError {
  const frames = lines.map(([file, line]) => ({
    file,
    line,
    function: 'handle',
    source: 'return HISTORY[i]',
  }));
  return {
    type: 'TypeError',
    message: 'no such history',
    traceback: 'Traceback (most recent call last):\n  …\nTypeError: no such history\n',
    frames,
  };
}

export const broken: VerdictOf<'broken'> = {
  kind: 'broken',
  ...saying('Broken:', 'A client must still see its last 20 requests.'),
  detail: '',
  expectation: 'A client must still see its last 20 requests.',
  phase: 'during',
  units: 40,
  error: { type: 'AssertionError', message: '', traceback: '', frames: [] },
  next: null,
};

export const crashed: VerdictOf<'crashed'> = {
  kind: 'crashed',
  ...saying('Crashed after 40 requests:', 'TypeError: no such history'),
  detail: '',
  phase: 'load',
  units: 40,
  error: errorAt(['app.py', 7]),
  next: null,
};

export const diagnosed: Outcome = {
  kind: 'diagnosed',
  diagnosis: {
    complete: false,
    findings: [
      { part: 'where', given: 'app.py:3', right: true, feedback: 'It is allocated there.' },
      { part: 'what', given: 'dict', right: false, feedback: 'Dicts come and go; something else stays.' },
      { part: 'held_by', given: null, right: false, feedback: 'Name who holds it: follow the referrers.' },
    ],
  },
};

/** Ways for a run to end before its own end. */
export const cutShort: readonly Outcome[] = [
  { kind: 'stopped' },
  { kind: 'timed-out', seconds: 120 },
  { kind: 'out-of-memory', limitBytes: 2 ** 28, message: 'MemoryError' },
  { kind: 'unavailable', reason: 'Offline.' },
];

/** Every way for a run to end. */
export const outcomes: readonly Outcome[] = [
  bounded,
  growing,
  overBudget,
  costly,
  inconclusive,
  broken,
  crashed,
  { kind: 'observed', units: 1000 },
  { kind: 'explained' },
  { kind: 'answered' },
  diagnosed,
  ...cutShort,
];
