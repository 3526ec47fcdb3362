import type { Stage } from '../progress/reached.ts';
import type { ScormLesson } from './course.ts';

/** How far somebody is, of the stages that count. */
export type Standing = {
  reached: number;
  of: number;
  /** Whole; 100 only when every stage is reached. */
  percent: number;
  complete: boolean;
  /** Whether every fix that is asked for is proved; null where none is. */
  proved: boolean | null;
};

export function standingOf(
  lessons: readonly ScormLesson[],
  reachedIn: (slug: string) => readonly Stage[],
): Standing {
  const wanted = lessons.flatMap(({ slug, stages }) => {
    const reached = reachedIn(slug);
    return stages.map((stage) => ({ stage, isReached: reached.includes(stage) }));
  });
  const proofs = wanted.filter(({ stage }) => stage === 'prove');
  const reached = wanted.filter(({ isReached }) => isReached).length;
  const of = wanted.length;
  return {
    reached,
    of,
    percent: of === 0 ? 0 : Math.floor((100 * reached) / of),
    complete: of > 0 && reached === of,
    proved: proofs.length === 0 ? null : proofs.every(({ isReached }) => isReached),
  };
}
