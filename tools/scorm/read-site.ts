import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PathLesson } from '../../src/course/paths.ts';
import { readOwnPath } from '../../src/paths/read-own.ts';
import { routeOf, type Route } from '../../src/paths/route.ts';
import { STAGES } from '../../src/progress/reached.ts';
import type { Stack } from '../../src/runtime/manifest.ts';
import { SCRATCH, type ScormCourse, type ScormLesson } from '../../src/scorm/course.ts';

/** A lesson or a path of a built site, with what its benches run on. */
export type Taught = Omit<ScormCourse, 'version'> & {
  stacks: readonly Stack[];
  sandboxes: readonly string[];
  /** Of a path that the pages of the site do not know; else null. */
  route: Route | null;
};

type Step = Pick<Route['steps'][number], 'slug' | 'title' | 'stages'>;
type Routes = { routes: Record<string, Route> };
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
  const titles = await lessonsOf(site);
  const own = titles.find(({ slug }) => slug === name);
  if (own) return taught('lesson', name, own.title, [{ ...own, stages: null }], site);
  const paths: Routes['routes'] = {};
  for (const { slug } of titles)
    Object.assign(paths, (jsonIn(await lessonPage(site, slug), 'data-routes') as Routes).routes);
  const path = Object.hasOwn(paths, name) ? paths[name] : undefined;
  if (path) return taught('path', name, path.title, path.steps, site);
  throw new Error(`The site in ${site} has no path and no lesson "${name}".`);
}

/** A path that a team has written, from its `file` and the `text` in it. Throws what is wrong with it, a sentence in each line. */
export async function readOwnTaught(site: string, file: string, text: string): Promise<Taught> {
  const read = readOwnPath(basename(file), text, await lessonsOf(site));
  if (read.kind === 'refused') throw new Error(read.problems.join('\n'));
  const route = routeOf(read.path);
  return { ...(await taught('path', idOf(file), route.title, route.steps, site)), route };
}

/** Not `own`: that is what a browser keeps. */
function idOf(file: string): string {
  const name = basename(file)
    .toLowerCase()
    .replace(/\.ya?ml$/, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return ['', 'own'].includes(name) ? 'our-path' : name;
}

async function lessonsOf(site: string): Promise<PathLesson[]> {
  return JSON.parse(await readFile(join(site, 'paths', 'lessons.json'), 'utf8')) as PathLesson[];
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
  return { kind, id, title, lessons, stacks: benches.map(({ stack }) => stack), sandboxes, route: null };
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
  const [, , json] = blockOf(attribute).exec(html) ?? [];
  if (json === undefined) throw new Error(`A lesson's page has no ${attribute}.`);
  return JSON.parse(json) as unknown;
}

/** The page of a lesson with the one path that its package has. */
export function withRoute(html: string, slug: string, id: string, route: Route): string {
  const json = JSON.stringify({ slug, routes: { [id]: route } }).replaceAll('<', '\\u003c');
  return html.replace(
    blockOf('data-routes'),
    (_, begin: string, _before: string, end: string) => begin + json + end,
  );
}

function blockOf(attribute: string): RegExp {
  return new RegExp(`(<script type="application/json" ${attribute}[^>]*>)([\\s\\S]*?)(</script>)`);
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
