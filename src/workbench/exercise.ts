import type { Contract } from '../runtime/protocol.ts';

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

/** Something of the load that can be turned for Run, within `least` and `most`. */
export type Turnable = { name: string; label: string; default: number; least: number; most: number };

/** What a small program that stands without a lesson shows: whether it grows is for the learner to find out. */
export type Pattern = {
  look: string;
  answer: string;
  case: { title: string; url: string };
  /** The symptoms that name it, on their page. */
  looksLike: { title: string; url: string }[];
};

/** A sandbox as the page hands it to the workbench: plain JSON, file names to texts. */
export type Exercise = {
  id: string;
  title: string;
  unit: string;
  stack: { packages: string[]; preload: string[] };
  contract: Contract;
  behaviour: string[];
  /** What the program is judged as it stands; of a learner's own nobody knows. */
  verdict?: 'growing' | 'bounded' | 'over-budget' | undefined;
  /** Where the sandbox is one. */
  pattern?: Pattern | undefined;
  observeUnits: number;
  load: Turnable[];
  editable: string[];
  project: Record<string, string>;
  /** The starting text of the learner's own `diagnose.py`. */
  diagnose: string;
  /** `workload.py`, `check.py`, and `diagnosis.py` where a lesson has its culprit. */
  harness: Record<string, string>;
  fixes: Fix[];
  decoys: Decoy[];
  limitBytes: number;
};

/** The bench of the learner's own program: of no sandbox. */
export const OWN_ID = 'own';

/** The lesson that the workbench stands beside. */
export type LessonRef = { slug: string; version: number };

/** The name under which progress is kept, and the version of what it was made in. */
export type ProgressSlot = { slug: string; version: number };

/** The lesson's; or the sandbox's own, which no lesson can have. */
export function progressSlotOf(exercise: Exercise, lesson: LessonRef | null): ProgressSlot {
  return lesson ?? { slug: `sandbox/${exercise.id}`, version: 1 };
}
