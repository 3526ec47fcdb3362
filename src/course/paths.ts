import { PathFile } from './path-schema.ts';
import type { Problem } from './problem.ts';
import { stageNames, type StageName } from './stage-names.ts';
import { readYaml } from './yaml-file.ts';

/** What a path needs to know of a lesson. */
export type PathLesson = {
  slug: string;
  title: string;
  minutes: number;
  needs: readonly string[];
  /** Its place in the course. */
  position: number;
};

export type PathStep = {
  lesson: PathLesson;
  /** Null where the whole lesson is meant. */
  stages: readonly StageName[] | null;
  minutes: number;
  /** Minutes of the path that are over when it begins. */
  from: number;
  why: string;
  show: string | null;
  ask: readonly { question: string; answer: string }[];
};

export type LearningPath = {
  /** What its address ends with. */
  id: string;
  title: string;
  for: string;
  minutes: number;
  steps: readonly PathStep[];
  afterwards: readonly string[];
  incident: string | null;
  /** Lessons that its whole ones build on, and that it does not have, in the order of the course. */
  before: readonly PathLesson[];
};

/** The id of the path that a team has written; no other may have it. */
export const OWN_PATH = 'own';
const RESERVED = [OWN_PATH, 'lessons'];

/** Builds the paths from `content/paths/NN-id.yaml`, given by path, in the order of their numbers. */
export function readPaths(
  files: Record<string, string>,
  lessons: readonly PathLesson[],
): { paths: LearningPath[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const paths: LearningPath[] = [];
  for (const [file, text] of Object.entries(files).sort(([one], [other]) => one.localeCompare(other))) {
    const id = /^content\/paths\/\d{2}-([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/.exec(file)?.[1];
    if (id === undefined) {
      problems.push({ file, message: 'must be called NN-name.yaml, such as 01-on-call.yaml.' });
      continue;
    }
    if (RESERVED.includes(id) || paths.some((other) => other.id === id)) {
      const whose = RESERVED.includes(id) ? 'a page of the site' : 'another path';
      problems.push({ file, message: `has the address of ${whose}; rename the file.` });
      continue;
    }
    const outcome = readYaml(PathFile, text, file);
    if (outcome.kind === 'invalid') {
      problems.push(...outcome.problems);
      continue;
    }
    const { path, problems: amiss } = pathOf(id, outcome.value, lessons, file);
    problems.push(...amiss);
    paths.push(path);
  }
  return { paths, problems };
}

/** The path that `written` means with the lessons that there are, and what is wrong with it; steps without a lesson are left out. */
export function pathOf(
  id: string,
  written: PathFile,
  lessons: readonly PathLesson[],
  file: string,
): { path: LearningPath; problems: Problem[] } {
  const problems: Problem[] = [];
  const steps: PathStep[] = [];
  let from = 0;
  for (const [index, step] of written.steps.entries()) {
    const lesson = lessons.find(({ slug }) => slug === step.lesson);
    const wrong = lesson ? stepProblems(written.steps, index, lesson) : [unknownLesson(step.lesson)];
    problems.push(
      ...wrong.map(({ field, message }) => ({ file, field: `steps[${index}].${field}`, message })),
    );
    if (!lesson) continue;
    const minutes = step.minutes ?? lesson.minutes;
    const { stages = null, why, show = null, ask = [] } = step;
    steps.push({ lesson, stages, minutes, from, why, show, ask });
    from += minutes;
  }
  if (written.within !== undefined && from > written.within)
    problems.push({
      file,
      field: 'within',
      message: `is ${written.within}, and the steps take ${from} minutes together; leave something out, or give it more time.`,
    });
  const whole = steps.filter(({ stages }) => stages === null);
  const needed = new Set(whole.flatMap(({ lesson }) => lesson.needs));
  const before = lessons.filter(
    (lesson) => needed.has(lesson.slug) && !whole.some((step) => step.lesson === lesson),
  );
  const { title, for: whom, afterwards, incident = null } = written;
  return { path: { id, title, for: whom, minutes: from, steps, afterwards, incident, before }, problems };
}

type Wrong = { field: string; message: string };

function unknownLesson(slug: string): Wrong {
  const message = `there is no lesson "${slug}"; write it as its address has it, such as line-or-plateau.`;
  return { field: 'lesson', message };
}

function stepProblems(steps: PathFile['steps'], index: number, lesson: PathLesson): Wrong[] {
  const wrong: Wrong[] = [];
  const { stages, minutes } = steps[index] ?? {};
  const first = steps.findIndex((step) => step.lesson === lesson.slug);
  if (first < index)
    wrong.push({
      field: 'lesson',
      message: `is a step already, steps[${first}]; a path has each lesson once.`,
    });
  const later = steps.findIndex(
    (step, place) => place > index && step.stages === undefined && lesson.needs.includes(step.lesson),
  );
  if (later > index)
    wrong.push({
      field: 'lesson',
      message: `builds on "${steps[later]?.lesson}", which comes later, in steps[${later}]; put that first.`,
    });
  if (stages === undefined) {
    if (minutes !== undefined)
      wrong.push({
        field: 'minutes',
        message: `is for a step with stages; take it out: the lesson takes ${lesson.minutes} minutes.`,
      });
    return wrong;
  }
  const inOrder = stageNames.filter((name) => stages.includes(name));
  if (inOrder.join() !== stages.join())
    wrong.push({ field: 'stages', message: `must stand in their order, each once: ${inOrder.join(', ')}.` });
  if (inOrder.length === stageNames.length)
    wrong.push({ field: 'stages', message: 'has all of them; take it out: the whole lesson is meant then.' });
  if (minutes === undefined)
    wrong.push({
      field: 'minutes',
      message: `is missing; say how long these stages take (the whole lesson takes ${lesson.minutes}).`,
    });
  else if (minutes >= lesson.minutes)
    wrong.push({
      field: 'minutes',
      message: `must be below ${lesson.minutes}, which the whole lesson takes.`,
    });
  return wrong;
}
