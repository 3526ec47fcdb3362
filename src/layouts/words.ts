import type { Level } from '../course/lesson-schema.ts';

export const levelWords = {
  start: 'a first lesson',
  core: 'for those who have met tracemalloc',
  deep: 'for those who have done this before',
} as const satisfies Record<Level, string>;

/** The number that a lesson's folder begins with: `06`. */
export function lessonNumber(order: number): string {
  return String(order).padStart(2, '0');
}
