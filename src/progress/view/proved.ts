import type { Everything } from '../progress-file.ts';
import type { KeptRun } from '../run-store.ts';
import type { Listed } from './standing.ts';

/** A lesson that the learner has proved, with the check that last said so; `lessonVersion` is what its code started from. */
export type Proved = Listed & { run: KeptRun; lessonVersion: number };

export function provedOf(listed: readonly Listed[], { lessons, runs }: Everything): Proved[] {
  return listed.flatMap((one) => {
    const kept = lessons[one.slug];
    const run = runs
      .filter(
        ({ slug, task, outcome }) => slug === one.slug && task === 'check' && outcome?.kind === 'bounded',
      )
      .sort((a, b) => a.endedAt - b.endedAt)
      .at(-1);
    return kept?.reached.includes('prove') && run ? [{ ...one, run, lessonVersion: kept.lessonVersion }] : [];
  });
}
