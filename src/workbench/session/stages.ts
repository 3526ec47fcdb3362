import type { Stage } from '../../progress/reached.ts';
import type { Exercise } from '../exercise.ts';
import { everyUnitFailed } from './failures.ts';
import type { Run } from './run.svelte.ts';

/** What a lesson asks to be claimed of a program that is bounded as it stands, before a check proves it; else none. */
export type Claim = 'none' | 'open' | 'made';

export function claimOf(verdict: Exercise['verdict'], inLesson: boolean, reached: readonly Stage[]): Claim {
  if (verdict !== 'bounded' || !inLesson) return 'none';
  return reached.includes('diagnose') ? 'made' : 'open';
}

/** What a run proves that the learner has reached. A reference that is tried proves nothing of theirs. */
export function stagesReached({ task, outcome }: Pick<Run, 'task' | 'outcome'>, claim: Claim): Stage[] {
  if (task === 'trial') return [];
  switch (outcome?.kind) {
    case 'observed':
      // Where every unit fails there is nothing to be seen.
      return outcome.failures && everyUnitFailed(outcome.failures) ? [] : ['observe'];
    case 'growing':
      return ['observe'];
    case 'diagnosed':
      return outcome.diagnosis.complete ? ['diagnose'] : [];
    case 'bounded':
      return claim === 'open' ? ['observe'] : ['fix', 'prove'];
    default:
      return [];
  }
}
