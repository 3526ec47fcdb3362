import { language } from '#words/language';
import type { Glossary } from './glossary.ts';
import type { CheatSheet } from './cheat-sheet.ts';
import { CourseError, told } from './problem.ts';
import { byPart, type Part } from './parts.ts';
import type { LearningPath } from './paths.ts';
import { readCourse, type Compiled, type Lesson } from './read-course.ts';
import type { Sandbox } from './sandbox.ts';
import type { Symptom } from './symptoms.ts';

const compiled = import.meta.glob<Compiled>('#course/content/lessons/*/{lesson,lesson.*}.svx', {
  eager: true,
});
const texts = import.meta.glob<string>('#course/content/lessons/*/{lesson,lesson.*}.svx', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const sandboxFiles = import.meta.glob<string>(['#course/sandboxes/*/**', '!**/__pycache__/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
});
const glossaryFiles = import.meta.glob<string>('#course/content/glossary/*.yaml', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const symptomFiles = import.meta.glob<string>('#course/content/symptoms/*.yaml', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const partFiles = import.meta.glob<string>('#course/content/parts.yaml', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const cheatSheetFiles = import.meta.glob<string>('#course/content/cheat-sheet.yaml', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const pathFiles = import.meta.glob<string>('#course/content/paths/*.yaml', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const course = readCourse(
  {
    compiled: inCourse(compiled),
    texts: inCourse(texts),
    sandboxes: inCourse(sandboxFiles),
    glossary: inCourse(glossaryFiles),
    symptoms: inCourse(symptomFiles),
    parts: inCourse(partFiles),
    cheatSheet: inCourse(cheatSheetFiles),
    paths: inCourse(pathFiles),
  },
  language.code,
);
const problems = import.meta.env.DEV ? course.problems : [...course.problems, ...course.unmeasured];
if (problems.length > 0) throw new CourseError(problems);
for (const problem of course.unmeasured) console.warn(told(problem));

/** All lessons, in the order of the course. */
export function lessons(): readonly Lesson[] {
  return course.lessons;
}

/** The lessons by the part of the course that they belong to, in its order; empty for a course without parts. */
export function lessonsByPart(): readonly { part: Part; lessons: readonly Lesson[] }[] {
  return byPart(course.parts, course.lessons);
}

/** From what one sees to what one types, and what the answer means. */
export function cheatSheet(): CheatSheet {
  return course.cheatSheet;
}

/** Lessons in an order, for somebody. */
export function paths(): readonly LearningPath[] {
  return course.paths;
}

/** All sandboxes, those of lessons in the order of the course; `lesson` is the first one that each belongs to. */
export function sandboxes(): readonly { sandbox: Sandbox; lesson: Lesson | undefined }[] {
  const ids = [...new Set([...course.lessons.map(({ sandbox }) => sandbox.id), ...course.sandboxes.keys()])];
  return ids.flatMap((id) => {
    const sandbox = course.sandboxes.get(id);
    return sandbox ? [{ sandbox, lesson: course.lessons.find((one) => one.sandbox === sandbox) }] : [];
  });
}

/** The words of the field, by the alphabet. */
export function glossary(): Glossary {
  return course.glossary;
}

/** What people see of a leak, in the order of their files. */
export function symptoms(): readonly Symptom[] {
  return course.symptoms;
}

/** Vite names files from the project's folder on; the course may lie below it (`LEAKLAB_COURSE`). */
function inCourse<File>(files: Record<string, File>): Record<string, File> {
  const path = (key: string) => key.replace(/^.*?\/(?=content\/|sandboxes\/)/, '');
  return Object.fromEntries(Object.entries(files).map(([key, file]) => [path(key), file]));
}
