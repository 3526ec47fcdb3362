import type { APIRoute } from 'astro';
import { lessons } from '../../course/catalogue.ts';
import type { PathLesson } from '../../course/paths.ts';

/** What a path that is opened in the browser is checked against. */
export const GET = (() =>
  Response.json(
    lessons().map(({ slug, title, minutes, needs, position, language }): PathLesson => ({
      slug,
      title,
      minutes,
      needs,
      position,
      language,
    })),
  )) satisfies APIRoute;
