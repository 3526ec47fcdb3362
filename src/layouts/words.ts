import type { Level } from '../course/lesson-schema.ts';

export const levelWords = {
  start: 'a first lesson',
  core: 'for those who have met tracemalloc',
  deep: 'for those who have done this before',
} as const satisfies Record<Level, string>;
