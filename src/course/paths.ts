import { words } from '#words/course';
import { PathFile } from './path-schema.ts';
import type { Problem } from './problem.ts';
import { stageNames, type StageName } from './stage-names.ts';
import type { Code } from './translations.ts';
import { readYaml } from './yaml-file.ts';

/** What a path needs to know of a lesson. */
export type PathLesson = {
  slug: string;
  title: string;
  minutes: number;
  needs: readonly string[];
  /** Its place in the course. */
  position: number;
  /** What its text is in. */
  language?: Code;
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

const { path: told } = words;

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
      problems.push({ file, message: told.fileName });
      continue;
    }
    if (RESERVED.includes(id) || paths.some((other) => other.id === id)) {
      const message = RESERVED.includes(id) ? told.addressOfPage : told.addressOfPath;
      problems.push({ file, message });
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
      message: told.within(written.within, from),
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
  return { field: 'lesson', message: told.noLesson(slug) };
}

function stepProblems(steps: PathFile['steps'], index: number, lesson: PathLesson): Wrong[] {
  const wrong: Wrong[] = [];
  const { stages, minutes } = steps[index] ?? {};
  const first = steps.findIndex((step) => step.lesson === lesson.slug);
  if (first < index)
    wrong.push({
      field: 'lesson',
      message: told.stepAlready(first),
    });
  const later = steps.findIndex(
    (step, place) => place > index && step.stages === undefined && lesson.needs.includes(step.lesson),
  );
  if (later > index)
    wrong.push({
      field: 'lesson',
      message: told.buildsOn(steps[later]?.lesson ?? '', later),
    });
  if (stages === undefined) {
    if (minutes !== undefined)
      wrong.push({
        field: 'minutes',
        message: told.minutesOfWhole(lesson.minutes),
      });
    return wrong;
  }
  const inOrder = stageNames.filter((name) => stages.includes(name));
  if (inOrder.join() !== stages.join())
    wrong.push({ field: 'stages', message: told.stagesInOrder(inOrder.join(', ')) });
  if (inOrder.length === stageNames.length) wrong.push({ field: 'stages', message: told.allStages });
  if (minutes === undefined)
    wrong.push({
      field: 'minutes',
      message: told.noMinutes(lesson.minutes),
    });
  else if (minutes >= lesson.minutes)
    wrong.push({
      field: 'minutes',
      message: told.manyMinutes(lesson.minutes),
    });
  return wrong;
}
