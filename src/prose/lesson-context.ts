import { getContext, setContext } from 'svelte';
import type { Glossary } from '../course/glossary.ts';
import type { Sandbox } from '../course/sandbox.ts';

export type LessonContext = {
  title: string;
  file: string;
  sources: { title: string; url: string }[];
  sandbox: Sandbox;
  glossary: Glossary;
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
