import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { id } from '../../src/course/sandbox-schema.ts';
import { ROOT } from '../build/stage.ts';
import { USAGE } from '../sandbox/judgement.ts';
import { LESSONS, SANDBOXES } from '../sandbox/sandbox-folder.ts';
import { layOut } from '../sandbox/template.ts';
import { atCaller, parsed } from './arguments.ts';

const usage = 'npm run new-sandbox -- ID [--bounded] [--number N | --in FOLDER]';
const LESSON_TEMPLATE = join(ROOT, 'tools', 'sandbox', 'lesson-template.svx');

/**
 * `npm run new-sandbox -- <id> [--bounded] [--number N | --in FOLDER]`: a sandbox and its lesson with every file, and a
 * note wherever their author must work. With `--bounded` there is nothing to fix. A sandbox outside the course has no
 * lesson. Returns what is wrong, in a sentence.
 */
async function newSandbox(args: string[]): Promise<string | null> {
  const options = {
    in: { type: 'string' },
    number: { type: 'string' },
    bounded: { type: 'boolean' },
  } as const;
  const line = parsed(args, options, usage);
  if (typeof line === 'string') return line;
  const [name, ...more] = line.positionals;
  if (name === undefined || more.length > 0)
    return 'Give the new sandbox one id: npm run new-sandbox -- flask-request-history';
  const wrong = id.safeParse(name).error?.issues[0]?.message;
  if (wrong !== undefined) return `The id "${name}" ${wrong}`;

  const { in: outside, number, bounded } = line.values;
  if (outside !== undefined && number !== undefined)
    return 'A sandbox outside the course has no lesson, so leave out --number.';
  const folder = join(outside === undefined ? SANDBOXES : atCaller(outside), name);
  if (existsSync(folder)) return `There is ${folder} already; choose another id.`;
  const lesson = outside === undefined ? await lessonFolder(name, number) : null;
  if (lesson?.kind === 'wrong') return lesson.reason;

  await layOut(folder, bounded === true);
  const laid = [folder];
  if (lesson !== null) {
    await mkdir(lesson.folder, { recursive: true });
    await writeFile(join(lesson.folder, 'lesson.svx'), await lessonText(name));
    laid.push(lesson.folder);
  }
  const places = laid.map((path) => relative(process.cwd(), path)).join(' and ');
  console.log(`Laid out: ${places}. What to do, step by step:`);
  console.log(`\n  npm run gate -- ${outside === undefined ? name : folder}\n`);
  return null;
}

type LessonFolder = { kind: 'free'; folder: string } | { kind: 'wrong'; reason: string };

/** The lesson's folder with the number that was asked for, else with the one behind the last. */
async function lessonFolder(slug: string, asked: string | undefined): Promise<LessonFolder> {
  const lessons = (await readdir(LESSONS).catch(() => [])).filter((name) => /^\d\d-/.test(name)).sort();
  const same = lessons.find((name) => name.slice(3) === slug);
  if (same !== undefined)
    return { kind: 'wrong', reason: `There is the lesson ${same} already; choose another id.` };
  const number = Number(asked ?? Number(lessons.at(-1)?.slice(0, 2) ?? 0) + 1);
  if (!Number.isInteger(number) || number < 1 || number > 99)
    return { kind: 'wrong', reason: `--number is a whole number from 1 to 99, not ${asked ?? number}.` };
  const prefix = `${String(number).padStart(2, '0')}-`;
  const taken = lessons.find((name) => name.startsWith(prefix));
  if (taken !== undefined)
    return { kind: 'wrong', reason: `Number ${number} is taken by ${taken}; choose another.` };
  return { kind: 'free', folder: join(LESSONS, `${prefix}${slug}`) };
}

async function lessonText(name: string): Promise<string> {
  const words = name.replaceAll('-', ' ');
  const title = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  const template = await readFile(LESSON_TEMPLATE, 'utf8');
  return template.replaceAll('{id}', name).replaceAll('{title}', title);
}

const complaint = await newSandbox(process.argv.slice(2));
if (complaint !== null) {
  console.error(complaint);
  process.exitCode = USAGE;
}
