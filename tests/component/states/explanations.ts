import type { AllocationSite, Explanation, RetainerPath, Survivors } from '../../../src/runtime/report.ts';

export const ownSite: AllocationSite = {
  frame: { file: 'app.py', line: 3, function: 'handle', source: '    HISTORY.append(request)' },
  own: true,
  bytesPerUnit: 412,
  blocksPerUnit: 3,
  bytes: 329_600,
  blocks: 2400,
  traceback: [],
};

export const librarySite: AllocationSite = {
  frame: { file: 'json/decoder.py', line: 353, function: 'raw_decode', source: 'obj, end = scan(s, idx)' },
  own: false,
  bytesPerUnit: 96.4,
  blocksPerUnit: 1,
  bytes: 77_120,
  blocks: 800,
  traceback: [],
};

export const survivors: readonly Survivors[] = [
  { type: 'app.Request', perUnit: 1, count: 12_800, cohorts: [3200, 3200, 3200, 3200] },
  { type: 'dict', perUnit: 0.25, count: 3200, cohorts: [0, 0, 0, 3200] },
];

export const retainers: readonly RetainerPath[] = [
  {
    root: 'app.HISTORY',
    steps: ['app.HISTORY', '[4213]', '.payload'],
    text: 'app.HISTORY[4213].payload',
    type: 'app.Request',
    count: 12_800,
    retainedBytes: 5_273_600,
    stored: [],
  },
  {
    root: 'app.LAST',
    steps: ['app.LAST', 'app.Request'],
    text: 'app.LAST',
    type: 'app.Request',
    count: 1,
    retainedBytes: 412,
    stored: [],
  },
];

export const nothingFound: Explanation = {
  about: 'growth',
  units: 800,
  allocations: [],
  survivors: [],
  retainers: [],
  notes: [],
};

export const found: Explanation = {
  about: 'growth',
  units: 800,
  allocations: [ownSite, librarySite],
  survivors: [...survivors],
  retainers: [...retainers],
  notes: [],
};
