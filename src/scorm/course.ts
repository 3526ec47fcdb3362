import type { Stage } from '../progress/reached.ts';

/** The two that are in use. */
export type ScormVersion = '1.2' | '2004';

export type ScormLesson = {
  slug: string;
  title: string;
  /** Of the lesson that its files start from. */
  version: number;
  /** The stages that count, in their order: of a step of a path not always all. */
  stages: readonly Stage[];
  /** The learner's files as they start, by name. */
  start: Readonly<Record<string, string>>;
};

/** The learner's own file in every lesson: a scratchpad, where the others are the program. */
export const SCRATCH = 'diagnose.py';

/** What one package teaches, as its launch page holds it. */
export type ScormCourse = {
  kind: 'lesson' | 'path';
  /** The slug of the lesson, or the id of the path. */
  id: string;
  title: string;
  /** That the package was made for; an LMS that has only the other is answered too. */
  version: ScormVersion;
  lessons: readonly ScormLesson[];
};
