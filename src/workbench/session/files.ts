import { words as nouns } from '#words/nouns';
import { words } from '#words/session';
import type { Exercise } from '../exercise.ts';

export const DIAGNOSE = 'diagnose.py';

/** A file as a tab. `role` says whose it is, `note` what it is for. */
export type BenchFile = {
  name: string;
  role: 'program' | 'learner' | 'harness';
  editable: boolean;
  start: string;
  note: string;
};

const harnessNotes: Record<string, (unit: string) => string> = {
  'workload.py': (unit) => words.files.workload(nouns.one(unit)),
  'check.py': () => words.files.check,
  'diagnosis.py': () => words.files.diagnosis,
};
/** It gives the answer away: only whoever wrote it sees it. */
const ANSWER = 'diagnosis.py';

/** The tabs in reading order: the program, the learner's own file, then what loads and checks it. */
export function benchFiles(exercise: Exercise): BenchFile[] {
  const locked = Object.keys(exercise.project).filter((name) => !exercise.editable.includes(name));
  const own = exercise.editable.filter((name) => exercise.project[name] !== undefined);
  const program = [...own, ...locked].map((name): BenchFile => ({
    name,
    role: 'program',
    editable: exercise.editable.includes(name),
    start: exercise.project[name] ?? '',
    note: exercise.editable.includes(name) ? words.files.editable : words.files.locked,
  }));
  const learner: BenchFile = {
    name: DIAGNOSE,
    role: 'learner',
    editable: true,
    start: exercise.diagnose,
    note: words.files.diagnose,
  };
  const harness = Object.entries(harnessNotes).flatMap(([name, note]): BenchFile[] => {
    const start = exercise.harness[name];
    const editable = exercise.editable.includes(name);
    return start === undefined || (name === ANSWER && !editable)
      ? []
      : [{ name, role: 'harness', editable, start, note: note(exercise.unit) }];
  });
  return [...program, learner, ...harness];
}
