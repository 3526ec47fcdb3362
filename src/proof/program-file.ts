import type { Contract, Program } from '../runtime/protocol.ts';
import type { Proof } from './proof-file.ts';

/** What the site hands out of a lesson for whoever makes a proof in it, or measures one; plain JSON. */
export type LessonProgram = {
  lesson: { slug: string; title: string; version: number };
  sandbox: string;
  unit: string;
  /** What the program is judged as it stands: one that is bounded has a claim to be proved, and nothing to be fixed. */
  verdict: 'growing' | 'bounded' | 'over-budget';
  stack: { packages: string[]; preload: string[] };
  contract: Contract;
  editable: string[];
  project: Record<string, string>;
  diagnose: string;
  harness: Record<string, string>;
};

export const DIAGNOSE = 'diagnose.py';

/** All that decides what a fix is measured by; the learner's own diagnosis is none of it. */
export function startingFiles({ project, harness }: LessonProgram): Record<string, string> {
  return { ...project, ...harness };
}

/** What a learner may have changed, as it was before. */
export function learnersFiles({ project, editable, diagnose }: LessonProgram): Record<string, string> {
  return { ...Object.fromEntries(editable.map((name) => [name, project[name] ?? ''])), [DIAGNOSE]: diagnose };
}

/** The program as the proof has it. Only files that a learner may change are taken from the proof. */
export function provenProgram(proof: Proof, lesson: LessonProgram): Program {
  const { unit, contract, project, harness } = lesson;
  const learners = learnersFiles(lesson);
  const own = Object.fromEntries(
    Object.keys(learners).map((name) => [name, proof.files[name] ?? learners[name] ?? '']),
  );
  return { unit, contract, project: { ...project, ...own }, harness };
}

/** A file of the proof that no learner of the lesson could have changed; null where there is none. */
export function foreignFile(proof: Proof, lesson: LessonProgram): string | null {
  const learners = learnersFiles(lesson);
  return Object.keys(proof.files).find((name) => !Object.hasOwn(learners, name)) ?? null;
}
