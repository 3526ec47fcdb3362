import type { Contract } from '../sandbox/protocol.ts';

/** A reference fix: an overlay of whole files over the starting program. */
export type Fix = { id: string; title: string; kind: string; why: string; files: Record<string, string> };

/** What people try first; `verdict` is the kind of verdict it gets. */
export type Decoy = {
  id: string;
  title: string;
  verdict: 'growing' | 'over-budget' | 'costly' | 'inconclusive' | 'broken' | 'crashed';
  why: string;
  files: Record<string, string>;
};

/** A sandbox as the page hands it to the workbench: plain JSON, file names to texts. */
export type WorkbenchSandbox = {
  id: string;
  title: string;
  unit: string;
  stack: { packages: string[]; preload: string[] };
  contract: Contract;
  behaviour: string[];
  observeUnits: number;
  editable: string[];
  project: Record<string, string>;
  /** The starting text of the learner's own `diagnose.py`. */
  diagnose: string;
  /** `workload.py`, `check.py`, `diagnosis.py`. */
  harness: Record<string, string>;
  fixes: Fix[];
  decoys: Decoy[];
  limitBytes: number;
};

/** The lesson that the workbench stands beside. */
export type LessonRef = { slug: string; title: string; version: number };
