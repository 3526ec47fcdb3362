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
    return boot.kind === 'ready' ? 'Starting' : `${bootSentence(boot)}; the run then starts by itself`;
  const units = run.reads.at(-1)?.units ?? 0;
  switch (run.phase) {
    case 'import':
      return run.earlierReads.length > 0 ? 'Once more, with another seed' : 'Importing the program';
    case 'warm-up':
      return 'Warming up';
    case 'load':
      return `${run.task === 'observe' ? 'Under load' : 'Judging'}: ${countOf(units, unit)}`;
    case 'diagnosis':
      return 'Running diagnose.py';
    case 'explain':
      return 'Looking for the cause';
    default:
      return run.phase satisfies never;
  }
}
