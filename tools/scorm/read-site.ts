import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { STAGES } from '../../src/progress/reached.ts';
import type { Stack } from '../../src/runtime/manifest.ts';
import { SCRATCH, type ScormCourse, type ScormLesson } from '../../src/scorm/course.ts';

/** A lesson or a path of a built site, with what its benches run on. */
export type Taught = Omit<ScormCourse, 'version'> & {
  stacks: readonly Stack[];
  sandboxes: readonly string[];
};

type Step = { slug: string; title: string; stages: readonly string[] | null };
type Routes = { routes: Record<string, { title: string; steps: readonly Step[] }> };
type Bench = {
  lesson: { version: number };
  exercise: {
    id: string;
    stack: Stack;
    project: Record<string, string>;
    harness: Record<string, string>;
    editable: readonly string[];
    diagnose: string;
  };
};

/** The lesson or path called `name`, from the pages of a built site. Throws where there is none. */
export async function readTaught(site: string, name: string): Promise<Taught> {
  const titles = JSON.parse(await readFile(join(site, 'paths', 'lessons.json'), 'utf8')) as Step[];
  const own = titles.find(({ slug }) => slug === name);
  if (own) return taught('lesson', name, own.title, [{ ...own, stages: null }], site);
  const paths: Routes['routes'] = {};
  for (const { slug } of titles)
    Object.assign(paths, (jsonIn(await lessonPage(site, slug), 'data-routes') as Routes).routes);
  const path = Object.hasOwn(paths, name) ? paths[name] : undefined;
  if (path) return taught('path', name, path.title, path.steps, site);
  throw new Error(`The site in ${site} has no path and no lesson "${name}".`);
}

async function taught(
  kind: ScormCourse['kind'],
  id: string,
  title: string,
  steps: readonly Step[],
  site: string,
): Promise<Taught> {
  const lessons: ScormLesson[] = [];
  const benches: Bench['exercise'][] = [];
  for (const { slug, title: name, stages } of steps) {
    const { lesson, exercise } = jsonIn(await lessonPage(site, slug), 'data-bench-props') as Bench;
    const wanted = STAGES.filter((stage) => stages === null || stages.includes(stage));
    lessons.push({ slug, title: name, version: lesson.version, stages: wanted, start: startOf(exercise) });
    benches.push(exercise);
  }
  const sandboxes = [...new Set(benches.map((bench) => bench.id))];
  return { kind, id, title, lessons, stacks: benches.map(({ stack }) => stack), sandboxes };
}

function startOf({ project, harness, editable, diagnose }: Bench['exercise']): Record<string, string> {
  const all: Record<string, string> = { ...harness, ...project };
  const own = editable.map((name): [string, string] => [name, all[name] ?? '']);
  return { ...Object.fromEntries(own), [SCRATCH]: diagnose };
}

function lessonPage(site: string, slug: string): Promise<string> {
  return readFile(join(site, 'lessons', slug, 'index.html'), 'utf8');
}

function jsonIn(html: string, attribute: string): unknown {
  const [, json] =
    new RegExp(`<script type="application/json" ${attribute}[^>]*>([\\s\\S]*?)</script>`).exec(html) ?? [];
  if (json === undefined) throw new Error(`A lesson's page has no ${attribute}.`);
  return JSON.parse(json) as unknown;
}

/** The files of a folder, by their path in it. */
export async function pathsIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
