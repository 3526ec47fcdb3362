import { deploymentOf } from '../session/deployment.ts';
import type { Task } from '../session/run.svelte.ts';
import type { Session } from '../session/session.svelte.ts';
import { lifetimeSentence } from './lifetime.ts';
import { outcomeSentence } from './outcomes.ts';

const taskWords: Record<Task, string> = {
  observe: 'Running',
  diagnose: 'Diagnosing',
  check: 'Checking',
  trial: 'Trying',
};

/** What a screen reader hears: it changes when something begins or ends, not with every read. */
export function announcement({ active, shown, deployment, reckoned }: Session, unit: string): string {
  if (active) return active.phase ? `${taskWords[active.task]}: ${active.title}.` : 'Waiting for Python.';
  const outcome = shown?.outcome;
  if (outcome?.kind === 'growing' && shown === reckoned)
    return lifetimeSentence(outcome, deployment ?? deploymentOf(outcome));
  return outcome ? outcomeSentence(outcome, unit, deployment) : '';
}
