import { words } from '#words/course';
import type { Component } from 'svelte';
import { readCheatSheet, type CheatSheet } from './cheat-sheet.ts';
import { readGlossary, type Glossary } from './glossary.ts';
import { clashes, readLesson, translateLesson, type LessonText } from './lesson.ts';
import { MeasuredFile, MeasuredTexts } from './measured-schema.ts';
import { readParts, type Part } from './parts.ts';
import { readPaths, type LearningPath } from './paths.ts';
import { predictionsIn, type Prediction } from './predictions.ts';
import { CourseError, type Problem } from './problem.ts';
import { quoteProblems } from './quotes.ts';
import { readSandbox, type Sandbox } from './sandbox.ts';
import { readSymptoms, type Symptom } from './symptoms.ts';
import { termProblems, termsIn } from './terms-used.ts';
import { inLanguage, TRANSLATIONS, type Code } from './translations.ts';

export type Lesson = Omit<LessonText, 'sandbox'> & {
  /** Its place in the course, from 1; `order` has gaps for lessons to come. */
  position: number;
  sandbox: Sandbox;
  /** What its text is in; its sandbox says that of its own. */
  language: Code;
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

const measuredBy = { file: MeasuredFile, texts: MeasuredTexts };

/**
 * Builds the whole course, each lesson and sandbox of it in `language` where it is translated, so that an author sees every
 * problem of it at once, those of all translations among them.
 */
export function readCourse(files: CourseFiles, language: Code = 'en'): Course {
  const { texts, compiled, sandboxes } = files;
  const { problems, ...glossary } = readGlossary(files.glossary);
  const folders = foldersOf(sandboxes);
  const known = new Map<string, Sandbox>();
  for (const [id, files] of folders)
    gather(problems, () => known.set(id, readSandbox(id, files, { measuredBy, language })));

  const read: LessonText[] = [];
  const lessons: Lesson[] = [];
  const unmeasured: Problem[] = [...folders].flatMap(([id, files]) => unsaid(id, files));
  const written = Object.entries(compiled).filter(([file]) => !isTranslation(file));
  problems.push(...strays(Object.keys(compiled)));
  for (const [file, { default: Prose, metadata }] of written) {
    gather(problems, () => {
      const text = texts[file] ?? '';
      const lesson = readLesson(file, metadata, text, [...folders.keys()]);
      read.push(lesson);
      problems.push(...termProblems(file, text, glossary));
      let shown: Shown = { lesson, text, language: 'en', Prose };
      for (const code of TRANSLATIONS) {
        const name = inLanguage(file, code);
        const other = compiled[name];
        if (other === undefined) continue;
        gather(problems, () => {
          const said = texts[name] ?? '';
          const translated = translateLesson(name, other.metadata, said, { lesson, text });
          problems.push(...termProblems(name, said, glossary));
          if (code === language)
            shown = { lesson: translated, text: said, language: code, Prose: other.default };
        });
      }
      const sandbox = known.get(lesson.sandbox);
      if (sandbox === undefined) return;
      if (sandbox.pattern !== undefined) {
        problems.push({ file, field: 'sandbox', message: words.lesson.pattern });
      }
      lessons.push(lessonOf(shown, sandbox));
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

/** A lesson in the language that is asked for, or in English. */
type Shown = { lesson: LessonText; text: string; language: Code; Prose: Component };

function lessonOf({ lesson, text, language, Prose }: Shown, sandbox: Sandbox): Lesson {
  const terms = termsIn(text).map(({ of }) => of);
  return { ...lesson, position: 0, sandbox, language, Prose, terms, predictions: predictionsIn(text) };
}

const TRANSLATION = /\/lesson\.([^/]+)\.svx$/;
const isTranslation = (file: string) => TRANSLATION.test(file);

/** Translations into no language of the site, or of no lesson. */
function strays(files: readonly string[]): Problem[] {
  const { noLanguage, noOriginal } = words.translation;
  return files.flatMap((file) => {
    const code = TRANSLATION.exec(file)?.[1];
    if (code === undefined) return [];
    if (!TRANSLATIONS.some((known) => known === code))
      return [{ file, message: noLanguage(code, TRANSLATIONS.join(', ')) }];
    const original = file.replace(TRANSLATION, '/lesson.svx');
    return files.includes(original) ? [] : [{ file, message: noOriginal }];
  });
}

/** Translated sandboxes of which the judge has not been asked in that language. */
function unsaid(id: string, files: Record<string, string>): Problem[] {
  return TRANSLATIONS.filter(
    (code) =>
      inLanguage('sandbox.json', code) in files &&
      'measured.json' in files &&
      !(inLanguage('measured.json', code) in files),
  ).map((code) => ({
    file: `sandboxes/${id}/${inLanguage('measured.json', code)}`,
    message: words.measured.unsaid(code, id),
  }));
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
