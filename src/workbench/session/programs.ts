import type { Program } from '../../runtime/protocol.ts';
import type { Belongings } from '../../takehome/contents.ts';
import type { Exercise } from '../exercise.ts';
import type { Code } from './code.svelte.ts';
import { DIAGNOSE, type BenchFile } from './files.ts';

/** The program as the learner has it now. */
export function ownProgram(exercise: Exercise, { files, texts }: Code): Program {
  const editable = files.filter((file) => file.editable);
  const now = (those: readonly BenchFile[]) =>
    Object.fromEntries(those.map(({ name }) => [name, texts.of(name)]));
  return {
    ...programOf(exercise, {
      ...exercise.project,
      ...now(editable.filter(({ role }) => role !== 'harness')),
    }),
    harness: { ...exercise.harness, ...now(editable.filter(({ role }) => role === 'harness')) },
  };
}

/** A reference over the starting program. The learner's files have no part in it. */
export function referenceProgram(exercise: Exercise, overlay: Record<string, string>): Program {
  return programOf(exercise, { ...exercise.project, [DIAGNOSE]: exercise.diagnose, ...overlay });
}

/** All that the learner can take away, as it is now; `id` names its folder. */
export function belongingsOf(exercise: Exercise, code: Code, id = exercise.id): Belongings {
  const { title, stack, behaviour, observeUnits } = exercise;
  return { id, title, packages: stack.packages, behaviour, observeUnits, ...ownProgram(exercise, code) };
}

function programOf({ unit, contract, harness }: Exercise, project: Record<string, string>): Program {
  return { unit, contract, project, harness };
}
