import { words } from '#words/outcomes';
import { countOf } from '../../lenses/quantity.ts';
import type { Boot } from '../../runtime/protocol.ts';
import type { Run } from '../session/run.svelte.ts';
import type { Session } from '../session/session.svelte.ts';
import { bootSentence } from './boot.ts';

/** What goes on now, with how far it is; null while nothing runs. */
export function activity({ active, boot }: Session, unit: string): string | null {
  return active ? activitySentence(active, boot, unit) : null;
}

/** From the phase that Python last named. */
function activitySentence(run: Run, boot: Boot, unit: string): string {
  if (!run.phase)
    return boot.kind === 'ready'
      ? words.activity.starting
      : words.activity.startsByItself(bootSentence(boot));
  const units = countOf(run.reads.at(-1)?.units ?? 0, unit);
  switch (run.phase) {
    case 'import':
      return run.earlierReads.length > 0 ? words.activity.onceMore : words.activity.importing;
    case 'warm-up':
      return words.activity.warmingUp;
    case 'load':
      return run.task === 'observe' ? words.activity.underLoad(units) : words.activity.judging(units);
    case 'diagnosis':
      return words.activity.diagnosing;
    case 'explain':
      return words.activity.explaining;
    default:
      return run.phase satisfies never;
  }
}
