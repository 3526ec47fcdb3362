import { words } from '#words/own-program';
import check from './example/check.py?raw';
import diagnose from './example/diagnose.py?raw';
import program from './example/program.py?raw';
import type { OwnProgram, Settings } from './own-program.ts';

export const DEFAULTS: Settings = {
  title: words.title,
  packages: [],
  unit: 'call',
  contract: { cap: 12_800, budgetBytes: 10_000_000, sensitivity: 1, warmUp: 300, ratePerSecond: 10 },
  behaviour: [],
  observeUnits: 1600,
};

/** Where everybody begins. */
export const EXAMPLE: OwnProgram = {
  settings: DEFAULTS,
  files: { 'program.py': program, 'diagnose.py': diagnose },
};

/** What a new file begins with. */
export const NEW_FILES: Readonly<Record<string, string>> = { 'check.py': check, 'diagnose.py': diagnose };
