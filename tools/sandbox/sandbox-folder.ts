import { readFile, readdir } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { MeasuredFile, MeasuredTexts } from '../../src/course/measured-schema.ts';
import { readSandbox, type Sandbox } from '../../src/course/sandbox.ts';
import type { Program } from '../../src/runtime/protocol.ts';
import { ROOT } from '../build/stage.ts';

/** Where sandboxes and lessons lie, as for the site that is built of them. */
const COURSE = resolve(ROOT, process.env.LEAKLAB_COURSE ?? '.');
export const SANDBOXES = join(COURSE, 'sandboxes');
export const LESSONS = join(COURSE, 'content', 'lessons');

/** A program to judge and the verdict that its sandbox declares for it. */
export type Variant = { name: string; kind: string; program: Program };

export async function sandboxIds(parent = SANDBOXES): Promise<string[]> {
  const entries = await readdir(parent, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** A sandbox, and its author's own files that no page shows: null where there is none. */
export type Loaded = { sandbox: Sandbox; probes: string | null; solved: string | null };

/** A sandbox as its folder has it now, without what was measured of it earlier. */
export function loadSandbox(id: string): Promise<Loaded> {
  return loadSandboxFolder(join(SANDBOXES, id));
}

/** The same of a folder anywhere; its name is the sandbox's id. */
export async function loadSandboxFolder(folder: string): Promise<Loaded> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.(py|json)$/.test(entry.name) || entry.name === 'measured.json') continue;
    files[relative(folder, path).replaceAll('\\', '/')] = await readFile(path, 'utf8');
  }
  return {
    sandbox: readSandbox(basename(folder), files, {
      measuredBy: { file: MeasuredFile, texts: MeasuredTexts },
    }),
    probes: files['probes.py'] ?? null,
    solved: files['diagnose_solved.py'] ?? null,
  };
}

/** The text of `measured.json`, or null when the sandbox has not been measured. */
export async function readMeasured(folder: string): Promise<string | null> {
  return readFile(join(folder, 'measured.json'), 'utf8').catch(() => null);
}

/** Paths of the lessons that have a sandbox. */
export async function lessonsWith(sandbox: string): Promise<string[]> {
  const folders = (await readdir(LESSONS).catch(() => [])).sort();
  const paths = folders.map((folder) => join(LESSONS, folder, 'lesson.svx'));
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8').catch(() => '')));
  return paths.filter((_, index) => /^sandbox: *(\S+)/m.exec(texts[index] ?? '')?.[1] === sandbox);
}

export function programOf(sandbox: Sandbox, changes: Record<string, string> = {}): Program {
  const { unit, contract, project, diagnose, harness } = sandbox;
  const { cap, budgetBytes, sensitivity, warmUp, ratePerSecond } = contract;
  return {
    unit,
    contract: { cap, budgetBytes, sensitivity, warmUp, ratePerSecond },
    project: { ...project, 'diagnose.py': diagnose, ...changes },
    harness,
  };
}

export function variantsOf(sandbox: Sandbox): [Variant, ...Variant[]] {
  const { fixes, decoys } = sandbox;
  return [
    { name: 'starter', kind: sandbox.verdict, program: programOf(sandbox) },
    ...fixes.map(({ id, files }) => ({
      name: `fixes/${id}`,
      kind: 'bounded',
      program: programOf(sandbox, files),
    })),
    ...decoys.map(({ id, files, verdict }) => ({
      name: `decoys/${id}`,
      kind: verdict,
      program: programOf(sandbox, files),
    })),
  ];
}
