import type { Component } from 'svelte';
import { readCheatSheet, type CheatSheet } from './cheat-sheet.ts';
import { readGlossary, type Glossary } from './glossary.ts';
import { clashes, readLesson, type LessonText } from './lesson.ts';
import { MeasuredFile } from './measured-schema.ts';
import { readParts, type Part } from './parts.ts';
import { readPaths, type LearningPath } from './paths.ts';
import { predictionsIn, type Prediction } from './predictions.ts';
import { CourseError, type Problem } from './problem.ts';
import { quoteProblems } from './quotes.ts';
import { readSandbox, type Sandbox } from './sandbox.ts';
import { readSymptoms, type Symptom } from './symptoms.ts';
import { termProblems, termsIn } from './terms-used.ts';

export type Lesson = Omit<LessonText, 'sandbox'> & {
  /** Its place in the course, from 1; `order` has gaps for lessons to come. */
  position: number;
  sandbox: Sandbox;
  Prose: Component;
  /** The words of the glossary that it explains where they stand, as it spells them. */
  terms: readonly string[];
  predictions: readonly Prediction[];
};
export type Compiled = { default: Component; metadata?: unknown };

/** Each by its path in the course, such as `sandboxes/<id>/project/app.py`. */
export type CourseFiles = {
  texts: Record<string, string>;
  compiled: Record<string, Compiled>;
  sandboxes: Record<string, string>;
  glossary: Record<string, string>;
  symptoms: Record<string, string>;
  parts: Record<string, string>;
  cheatSheet: Record<string, string>;
  paths: Record<string, string>;
};

export type Course = {
  /** In the order of the course. */
  lessons: readonly Lesson[];
  sandboxes: ReadonlyMap<string, Sandbox>;
  glossary: Glossary;
  symptoms: readonly Symptom[];
  parts: readonly Part[];
  cheatSheet: CheatSheet;
  paths: readonly LearningPath[];
  /** All that keeps the course from being built. */
  problems: readonly Problem[];
  /** What prose quotes and nobody has measured yet: an author may go on writing, and no site may be built. */
  unmeasured: readonly Problem[];
};

/** Builds the whole course, so that an author sees every problem of it at once. */
export function readCourse(files: CourseFiles): Course {
  const { texts, compiled, sandboxes } = files;
  const { problems, ...glossary } = readGlossary(files.glossary);
  const folders = foldersOf(sandboxes);
  const known = new Map<string, Sandbox>();
  for (const [id, files] of folders)
    gather(problems, () => known.set(id, readSandbox(id, files, { measuredBy: MeasuredFile })));

  const read: LessonText[] = [];
  const lessons: Lesson[] = [];
  const unmeasured: Problem[] = [];
  for (const [file, { default: Prose, metadata }] of Object.entries(compiled)) {
    gather(problems, () => {
      const text = texts[file] ?? '';
      const lesson = readLesson(file, metadata, text, [...folders.keys()]);
      read.push(lesson);
      problems.push(...termProblems(file, text, glossary));
      const sandbox = known.get(lesson.sandbox);
      if (sandbox === undefined) return;
      if (sandbox.pattern !== undefined) {
        const message =
          'is a pattern, which stands without a lesson; take "pattern" out of its sandbox.json, or name another.';
        problems.push({ file, field: 'sandbox', message });
      }
      const terms = termsIn(text).map(({ of }) => of);
      const predictions = predictionsIn(text);
      lessons.push({ ...lesson, position: 0, sandbox, Prose, terms, predictions });
      unmeasured.push(...quoteProblems(file, text, sandbox));
    });
  }
  problems.push(...clashes(read));
  lessons.sort((a, b) => a.order - b.order);
  for (const [index, lesson] of lessons.entries()) lesson.position = index + 1;
  const slugs = read.map(({ slug }) => slug);
  const { symptoms, problems: amiss } = readSymptoms(files.symptoms, {
    glossary,
    lessons: slugs,
    sandboxes: [...folders.keys()],
  });
  const { parts, problems: amissOfParts } = readParts(files.parts);
  const { cheatSheet, problems: amissOfSheet } = readCheatSheet(files.cheatSheet, slugs);
  const { paths, problems: amissOfPaths } = readPaths(files.paths, lessons);
  problems.push(...amiss, ...amissOfParts, ...amissOfSheet, ...amissOfPaths);
  return { lessons, sandboxes: known, glossary, symptoms, parts, cheatSheet, paths, problems, unmeasured };
}

function foldersOf(files: Record<string, string>): Map<string, Record<string, string>> {
  const folders = new Map<string, Record<string, string>>();
  for (const [path, text] of Object.entries(files)) {
    const [, id = '', ...rest] = path.split('/');
    folders.set(id, { ...folders.get(id), [rest.join('/')]: text });
  }
  return folders;
}

function gather(problems: Problem[], step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof CourseError)) throw error;
    problems.push(...error.problems);
  }
}
