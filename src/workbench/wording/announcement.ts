import { words } from '#words/outcomes';
import { deploymentOf } from '../session/deployment.ts';
import type { Session } from '../session/session.svelte.ts';
import { lifetimeSentence } from './lifetime.ts';
import { outcomeSentence } from './outcomes.ts';

/** What a screen reader hears: it changes when something begins or ends, not with every read. */
export function announcement({ active, shown, deployment, reckoned }: Session, unit: string): string {
  if (active) return active.phase ? words.aloud[active.task](active.title) : words.aloud.waiting;
  const outcome = shown?.outcome;
  if (outcome?.kind === 'growing' && shown === reckoned)
    return lifetimeSentence(outcome, deployment ?? deploymentOf(outcome));
  return outcome ? outcomeSentence(outcome, unit, deployment) : '';
}
