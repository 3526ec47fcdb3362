import { getContext, setContext } from 'svelte';
import type { MeasuredRun } from '../course/measured-schema.ts';
import type { Sandbox } from '../course/sandbox.ts';

export type LessonContext = {
  title: string;
  file: string;
  sources: { title: string; url: string }[];
  sandbox: Sandbox;
};

const key = Symbol('lesson');

export function provideLesson(lesson: LessonContext): void {
  setContext(key, lesson);
}

export function useLesson(): LessonContext {
  const lesson = getContext<LessonContext | undefined>(key);
  if (lesson === undefined)
    throw new Error('This component stands outside a lesson; use it in a lesson.svx only.');
  return lesson;
}

/** The measured run of `starter`, `fixes/<id>` or `decoys/<id>`; null, in development only, where there is none yet. */
export function measuredRun({ file, sandbox }: LessonContext, variant: string): MeasuredRun | null {
  const run = sandbox.measured?.variants[variant];
  if (run !== undefined) return run;
  const known = Object.keys(sandbox.measured?.variants ?? {});
  return unmeasured(
    `${file}: no run of "${variant}" in sandboxes/${sandbox.id}/measured.json; ${listed(known, 'npm run measure')}.`,
  );
}

/** The value of a figure that prose quotes; null, in development only, where it has not been measured. */
export function measuredFigure(lesson: LessonContext, of: string, figure: string): number | string | null {
  const { file, sandbox } = lesson;
  const values: Record<string, unknown> | null =
    of === 'figures' ? (sandbox.measured?.figures ?? {}) : measuredRun(lesson, of);
  const value = values?.[figure];
  if (typeof value === 'number' || typeof value === 'string') return value;
  const known = Object.entries(values ?? {}).flatMap(([name, known]) =>
    typeof known === 'object' ? [] : [name],
  );
  return unmeasured(
    `${file}: no figure "${figure}" of "${of}" in sandboxes/${sandbox.id}/measured.json; ${listed(known, 'npm run measure')}.`,
  );
}

function listed(known: readonly string[], command: string): string {
  return known.length === 0 ? `run "${command}"` : `there are ${known.join(', ')}`;
}

function unmeasured(message: string): null {
  if (!import.meta.env.DEV) throw new Error(message);
  console.warn(message);
  return null;
}
