import type { Stage } from '../../progress/reached.ts';
import { everyUnitFailed } from './failures.ts';
import type { Run } from './run.svelte.ts';

/** What a run proves that the learner has reached. A reference that is tried proves nothing of theirs. */
export function stagesReached({ task, outcome }: Pick<Run, 'task' | 'outcome'>): Stage[] {
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
      return ['fix', 'prove'];
    default:
      return [];
  }
}
