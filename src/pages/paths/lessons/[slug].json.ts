import type { APIRoute, GetStaticPaths } from 'astro';
import { lessons } from '../../../course/catalogue.ts';
import type { Lesson } from '../../../course/read-course.ts';
import { notesOf } from '../../../prose/lesson-notes.ts';

/** The facilitator’s notes of each lesson, for a path that is opened in the browser. */
export const getStaticPaths = (() =>
  lessons().map((lesson) => ({ params: { slug: lesson.slug }, props: { lesson } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ lesson: Lesson }> = ({ props }) => Response.json(notesOf(props.lesson));
