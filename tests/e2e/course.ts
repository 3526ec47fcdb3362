import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { MeasuredFile, type Culprit } from '../../src/course/measured-schema.ts';
import { SandboxFile } from '../../src/course/sandbox-schema.ts';
import { FIXTURE } from '../../tools/build/setup.ts';
import { ROOT } from '../../tools/build/stage.ts';

/** `folder` is its sandbox's, and the folder's name the sandbox's id. */
export type Lesson = { slug: string; title: string; sandboxId: string; sandbox: SandboxFile; folder: string };

const FrontMatter = z.object({ title: z.string(), sandbox: z.string() });

/** Every lesson of a course, read from its source: a new lesson is tested without being named here. */
function lessonsOf(course: string): Lesson[] {
  const lessons = join(ROOT, course, 'content', 'lessons');
  return readdirSync(lessons)
    .sort()
    .map((name) => {
      const text = readFileSync(join(lessons, name, 'lesson.svx'), 'utf8');
      const front = FrontMatter.parse(parse(text.split(/^---$/m)[1] ?? ''));
      const folder = join(ROOT, course, 'sandboxes', front.sandbox);
      return {
        slug: name.replace(/^\d+-/, ''),
        title: front.title,
        sandboxId: front.sandbox,
        sandbox: SandboxFile.parse(readJson(join(folder, 'sandbox.json'))),
        folder,
      };
    });
}

export const LESSONS: readonly Lesson[] = lessonsOf('.');
/** The small lesson that shows what no lesson of the course owns. */
export const FIXTURE_LESSON: Lesson = first(lessonsOf(FIXTURE.course));

const FRAMEWORKS = ['flask', 'celery', 'django', 'fastapi', 'sqlalchemy'];

function frameworkOf({ sandbox, folder }: Lesson): string {
  const framework = FRAMEWORKS.find((name) => sandbox.packages.includes(name));
  if (framework !== undefined) return framework;
  const workload = readFileSync(join(folder, 'workload.py'), 'utf8');
  return /^async def run\b/m.test(workload) ? 'asyncio' : 'plain Python';
}

/** For each framework the lesson that has it, something to fix and little else, and that is judged within the fewest units. */
export const LESSON_OF_FRAMEWORK: ReadonlyMap<string, Lesson> = new Map(
  LESSONS.filter(({ sandbox }) => sandbox.verdict === 'growing')
    .map((lesson) => ({ lesson, packages: lesson.sandbox.packages.length, units: unitsOf(lesson) }))
    .sort((a, b) => b.packages - a.packages || b.units - a.units)
    .map(({ lesson }) => [frameworkOf(lesson), lesson]),
);

/** Until its start is judged, and its first fix. */
function unitsOf({ folder, sandbox }: Lesson): number {
  const { variants } = MeasuredFile.parse(readJson(join(folder, 'measured.json')));
  return ['starter', `fixes/${first(sandbox.fixes).id}`].reduce(
    (sum, name) => sum + (variants[name]?.units ?? 0),
    0,
  );
}

/** The text of a sandbox's file, as the learner starts from it or as an overlay changes it. */
export function sandboxText({ folder }: Lesson, file: string, overlay = 'project'): string {
  return readFileSync(join(folder, overlay, file), 'utf8');
}

/** The files of a lesson's first fix, which the tests prove with. */
export function fixFiles(lesson: Lesson): [name: string, text: string][] {
  return filesOf(lesson, `fixes/${first(lesson.sandbox.fixes).id}`);
}

/** The files of a decoy that breaks a promise, or of the first: what breaks is told soonest. */
export function decoyFiles(lesson: Lesson): [name: string, text: string][] {
  return filesOf(lesson, `decoys/${soonestDecoy(lesson).id}`);
}

export function soonestDecoy({ sandbox: { decoys } }: Lesson): SandboxFile['decoys'][number] {
  return decoys.find(({ verdict }) => verdict === 'broken') ?? first(decoys);
}

function filesOf(lesson: Lesson, overlay: string): [name: string, text: string][] {
  return readdirSync(join(lesson.folder, overlay))
    .filter((name) => name.endsWith('.py'))
    .map((name) => [name, sandboxText(lesson, name, overlay)]);
}

/** A diagnosis that a learner might write: it finds what it names. */
export function solvedDiagnosis({ folder }: Lesson): string {
  return readFileSync(join(folder, 'diagnose_solved.py'), 'utf8');
}

/** The line, the type and the holder that the explanation of the starter names. */
export function culpritOf({ folder }: Lesson): Culprit {
  const { culprit } = MeasuredFile.parse(readJson(join(folder, 'measured.json')));
  if (culprit === undefined) throw new Error(`nothing grows in ${folder}`);
  return culprit;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

export function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('there is at least one');
  return item;
}
