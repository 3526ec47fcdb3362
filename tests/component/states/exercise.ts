import type { Exercise } from '../../../src/workbench/exercise.ts';

export const exercise: Exercise = {
  id: 'sample',
  title: 'Sample',
  unit: 'request',
  stack: { packages: [], preload: [] },
  contract: { cap: 12_800, budgetBytes: 100_000, sensitivity: 1, warmUp: 300, ratePerSecond: 20 },
  behaviour: ['A client must still see its last 20 requests.'],
  observeUnits: 1000,
  load: [{ name: 'clients', label: 'Clients', default: 5, least: 1, most: 50 }],
  editable: ['app.py'],
  project: { 'settings.py': 'SIZE = 20\n', 'app.py': 'HISTORY = []\n' },
  diagnose: '# yours\n',
  harness: { 'workload.py': 'def run(i): ...\n', 'check.py': '', 'diagnosis.py': '' },
  fixes: [
    { id: 'ring', title: 'A ring', kind: 'Bound it', why: 'It keeps 20.', files: { 'app.py': 'RING = 1\n' } },
  ],
  decoys: [
    {
      id: 'clear-now-and-then',
      title: 'Clear it now and then',
      verdict: 'over-budget',
      why: 'Between two clearings it grows as before.',
      files: { 'app.py': 'HISTORY = []\nHISTORY.clear()\n' },
    },
  ],
  limitBytes: 2 ** 28,
};

/** A small program without a lesson, bounded as it stands. */
export const boundedPattern: Exercise = {
  ...exercise,
  verdict: 'bounded',
  pattern: {
    look: 'Count the entries.',
    answer: 'It is bounded: the ring has a length.',
    case: { title: 'The ring of a library', url: 'https://example.org/ring' },
    looksLike: [{ title: 'Memory rises in steps', url: '/symptoms/#rises-in-steps' }],
  },
  harness: { 'workload.py': 'def run(i): ...\n', 'check.py': '' },
  fixes: [],
};
