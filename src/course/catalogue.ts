import type { Component } from 'svelte';
import { clashes, readLesson, type LessonText } from './lesson.ts';
import { CourseError, type Problem } from './problem.ts';
import { readSandbox, type Sandbox } from './sandbox.ts';

export type Lesson = Omit<LessonText, 'sandbox'> & { sandbox: Sandbox; Prose: Component };

type Compiled = { default: Component; metadata?: unknown };

const lessonFiles = import.meta.glob<Compiled>('/content/lessons/*/lesson.svx', { eager: true });
const lessonTexts = import.meta.glob<string>('/content/lessons/*/lesson.svx', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const sandboxFiles = import.meta.glob<string>('/sandboxes/*/**/*.{json,py}', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const { allLessons, allSandboxes } = read();

/** All lessons, in the order of the course. */
export function lessons(): readonly Lesson[] {
  return allLessons;
}

export function sandbox(id: string): Sandbox {
  const found = allSandboxes.get(id);
  if (found === undefined) throw new Error(`There is no sandbox ${id}.`);
  return found;
}

function read(): { allLessons: Lesson[]; allSandboxes: Map<string, Sandbox> } {
  const problems: Problem[] = [];
  const found = new Map<string, Sandbox>();
  const folders = foldersOf(sandboxFiles);
  for (const [id, files] of folders) gather(problems, () => found.set(id, readSandbox(id, files)));

  const all: Lesson[] = [];
  for (const [path, { default: Prose, metadata }] of Object.entries(lessonFiles)) {
    gather(problems, () => {
      const text = readLesson(path.slice(1), metadata, lessonTexts[path] ?? '', [...folders.keys()]);
      const inside = found.get(text.sandbox);
      if (inside) all.push({ ...text, sandbox: inside, Prose });
    });
  }
  all.sort((a, b) => a.order - b.order);
  problems.push(...clashes(all.map((lesson) => ({ ...lesson, sandbox: lesson.sandbox.id }))));
  if (problems.length > 0) throw new CourseError(problems);
  return { allLessons: all, allSandboxes: found };
}

function foldersOf(files: Record<string, string>): Map<string, Record<string, string>> {
  const folders = new Map<string, Record<string, string>>();
  for (const [path, text] of Object.entries(files)) {
    const [, , id = '', ...rest] = path.split('/');
    folders.set(id, { ...folders.get(id), [rest.join('/')]: text });
  }
  return folders;
}

/** So that an author sees every problem at once. */
function gather(problems: Problem[], step: () => unknown): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof CourseError)) throw error;
    problems.push(...error.problems);
  }
}
