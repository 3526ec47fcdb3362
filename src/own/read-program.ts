import { words } from '#words/own-program';
import * as z from 'zod/mini';
import { conform, told } from '../course/problem.ts';
import { SandboxFile } from '../course/sandbox-schema.ts';
import { inspect, isLeftover, textOf, type Entry } from './entries.ts';
import { DEFAULTS, EXAMPLE } from './example.ts';
import { DIAGNOSE, HARNESS, PROGRAM } from './file-names.ts';
import { DECLARED, programIn, Settings, withinLimits, type OwnProgram } from './own-program.ts';
import { isLesson, readLesson } from './read-lesson.ts';
import { Refused, shown } from './refused.ts';

/** What came of a zip or a folder: a whole program, or Python files alone. `leftOut`: files that the bench does not need. */
export type Brought =
  | { kind: 'program'; program: OwnProgram; leftOut: readonly string[] }
  | { kind: 'files'; files: Record<string, string>; leftOut: readonly string[] };

const PROJECT = 'project/';
/** Of a sandbox of the course, or of what is taken home: known, and of no use here. */
const UNUSED =
  /^(fixes|decoys|leaklab)\/|^(README\.md|requirements\.txt|test_memory\.py|measured\.json|mutants\.json|probes\.py|diagnose_solved\.py)$/;

/** `sandbox.json` as anybody may write it: what only lessons need may be missing. */
const { title, unit, contract } = SandboxFile.shape;
const behaviour = z.optional(z.array(z.string().check(z.minLength(1))));
const Declared = z.extend(z.partial(SandboxFile), {
  title,
  unit,
  contract: z.extend(contract, { behaviour }),
});

/** Reads a folder of a sandbox's shape, or one with Python files. `known`: the packages of this site. Throws `Refused`. */
export async function readProgram(all: readonly Entry[], known: readonly string[]): Promise<Brought> {
  inspect(all);
  const entries = all.filter(({ path }) => !isLeftover(path));
  const root = rootOf(entries);
  const within = new Map(
    entries.flatMap((entry) =>
      entry.path.startsWith(root) ? [[entry.path.slice(root.length), entry] as const] : [],
    ),
  );
  const declared = within.get(DECLARED);
  if (!declared) return readFiles(within);
  const json = await textOf(declared);
  if (isOfLesson(json)) {
    const program = await readLesson(within, (text) => settingsIn(text, known));
    const leftOut = [...within.keys()].filter((path) => !/\.(py|json)$/.test(path) && !UNUSED.test(path));
    return { kind: 'program', program, leftOut };
  }
  const used = [...within.keys()].filter(isPart);
  const files: Record<string, string> = {};
  for (const path of used) {
    const name = path.startsWith(PROJECT) ? path.slice(PROJECT.length) : path;
    const entry = within.get(path);
    if (path !== name && [...HARNESS, DIAGNOSE].includes(name))
      throw new Refused(words.program.beside(shown(path)));
    if (entry) files[name] = await textOf(entry);
  }
  const program = programIn(
    {
      settings: settingsIn(json, known),
      files: { [DIAGNOSE]: EXAMPLE.files[DIAGNOSE], ...files },
    },
    DECLARED,
  );
  if (files['workload.py'] === undefined && files[PROGRAM] === undefined)
    throw new Refused(words.program.noWorkload);
  const leftOut = [...within.keys()].filter(
    (path) => path !== DECLARED && !used.includes(path) && !UNUSED.test(path),
  );
  return { kind: 'program', program, leftOut };
}

function isPart(path: string): boolean {
  return [...HARNESS, DIAGNOSE].includes(path) || /^project\/[^/]+\.py$/.test(path);
}

/** Where `sandbox.json` lies, or all files do: zips have mostly one folder that holds everything. */
function rootOf(entries: readonly Entry[]): string {
  const declared = entries
    .filter(({ path }) => path === DECLARED || path.endsWith(`/${DECLARED}`))
    .sort((one, other) => one.path.length - other.path.length)[0];
  if (declared) return declared.path.slice(0, -DECLARED.length);
  const folder = /^[^/]+\//.exec(entries[0]?.path ?? '')?.[0] ?? '';
  return entries.every(({ path }) => path.startsWith(folder)) ? folder : '';
}

async function readFiles(within: ReadonlyMap<string, Entry>): Promise<Brought> {
  const files: Record<string, string> = {};
  for (const [path, entry] of within) if (/^[^/]+\.py$/.test(path)) files[path] = await textOf(entry);
  if (Object.keys(files).length === 0) throw new Refused(words.program.nothing);
  const leftOut = [...within.keys()].filter((path) => files[path] === undefined);
  return { kind: 'files', files: withinLimits(files), leftOut };
}

/** Whether the `sandbox.json` is of a lesson. Throws `Refused`. */
export function isOfLesson(json: string): boolean {
  return isLesson(parsed(json));
}

/** What `sandbox.json` says. `known`: the packages of this site. Throws `Refused`. */
export function settingsIn(json: string, known: readonly string[]): Settings {
  const outcome = conform(Declared, parsed(json), DECLARED);
  if (outcome.kind === 'invalid') throw new Refused(outcome.problems.slice(0, 1).map(told).join(''));
  const { title, unit, packages = [], observeUnits = DEFAULTS.observeUnits } = outcome.value;
  const { behaviour = [], ...contract } = outcome.value.contract;
  const strange = packages.find((name) => !known.includes(name));
  if (strange !== undefined)
    throw new Refused(words.program.unknownPackage(DECLARED, shown(strange), known.join(', ')));
  const settings = { title, unit, packages, observeUnits, contract, behaviour };
  const held = conform(Settings, settings, DECLARED);
  if (held.kind === 'invalid') throw new Refused(held.problems.slice(0, 1).map(told).join(''));
  return held.value;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Refused(words.program.notJson(DECLARED, error instanceof Error ? error.message : ''));
  }
}
