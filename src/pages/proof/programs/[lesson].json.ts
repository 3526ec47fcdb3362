import type { APIRoute, GetStaticPaths } from 'astro';
import { lessons } from '../../../course/catalogue.ts';
import type { Lesson } from '../../../course/read-course.ts';
import type { LessonProgram } from '../../../proof/program-file.ts';
import { exerciseOf } from '../../_exercise.ts';

/** The program of each lesson, for whoever makes a proof in it or measures one. */
export const getStaticPaths = (() =>
  lessons().map((lesson) => ({
    params: { lesson: lesson.slug },
    props: { lesson },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ lesson: Lesson }> = ({ props: { lesson } }) => {
  const { slug, title, version, sandbox } = lesson;
  const { id, unit, stack, contract, editable, project, diagnose, harness } = exerciseOf(sandbox);
  return Response.json({
    lesson: { slug, title, version },
    sandbox: id,
    unit,
    verdict: sandbox.verdict,
    stack,
    contract,
    editable,
    project,
    diagnose,
    harness,
  } satisfies LessonProgram);
};
