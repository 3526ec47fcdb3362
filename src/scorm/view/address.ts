import type { Stage } from '../../progress/reached.ts';
import type { ScormCourse, ScormLesson } from '../course.ts';

/** Where a lesson is opened in the frame, below the launch page: at the stage that is next for who has reached some. */
export function lessonAddress(
  { kind, id }: ScormCourse,
  { slug, stages }: ScormLesson,
  reached: readonly Stage[],
  origin: string,
): string {
  const next = reached.length > 0 ? stages.find((stage) => !reached.includes(stage)) : stages[0];
  const path = kind === 'path' ? `path=${id}&` : '';
  return `lessons/${slug}/?${path}embed=${origin}${next === undefined || next === 'symptom' ? '' : `#${next}`}`;
}

/** Where a link in a lesson leads: to a lesson of the package, to the list of them, or to anything else. */
export function wayOf(
  link: string,
  root: string,
  { kind, id, lessons }: ScormCourse,
): { to: 'lesson'; slug: string; hash: string } | { to: 'list' } | { to: 'elsewhere' } {
  const url = URL.parse(link);
  if (!url || !`${url.origin}${url.pathname}`.startsWith(root)) return { to: 'elsewhere' };
  const path = `${url.origin}${url.pathname}`.slice(root.length);
  if (kind === 'path' && path === `paths/${id}/`) return { to: 'list' };
  const slug = /^lessons\/([a-z0-9-]+)\/$/.exec(path)?.[1] ?? '';
  return lessons.some((lesson) => lesson.slug === slug)
    ? { to: 'lesson', slug, hash: url.hash }
    : { to: 'elsewhere' };
}
