import { language } from '#words/language';
import { countOf } from '../lenses/quantity.ts';
import type { LearningPath, PathStep } from '../course/paths.ts';
import type { LessonNotes } from '../prose/lesson-notes.ts';

/** A step as a group goes through it. */
export type SessionStep = PathStep &
  LessonNotes & {
    /** Whether the repairs that people try first are part of it. */
    withDecoys: boolean;
  };

/** Where the repairs that people try first are talked about. */
const REPAIRING = ['fix', 'prove', 'compare'];

/** The steps with what their lessons bring for a group; a question belongs to its stage. */
export function sessionOf(path: LearningPath, notes: readonly LessonNotes[]): SessionStep[] {
  return path.steps.flatMap((step, index) => {
    const of = notes[index];
    if (!of) return [];
    const meant = (stage: string) => step.stages === null || step.stages.some((one) => one === stage);
    const questions = of.questions.filter(({ stage }) => meant(stage));
    return [{ ...step, ...of, questions, withDecoys: REPAIRING.some(meant) && of.decoys.length > 0 }];
  });
}

/** Minutes from the beginning as a clock shows them: `1:18`. */
export function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Minutes as one says them: `2 hours and 15 minutes`. */
export function spoken(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 ? countOf(hours, 'hour') : '', rest > 0 ? countOf(rest, 'minute') : ''];
  return new Intl.ListFormat(language.locale).format(parts.filter(Boolean));
}
