import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where an overlay and the new starter change the same: lines of each, from and to; null where it only takes out. */
export type Conflict = { overlay: Lines | null; starter: Lines | null };
type Lines = [from: number, to: number];

/** What became of an overlay's file. One with conflicts is left as it was. */
export type Carried = { file: string } & (
  | { kind: 'unchanged' }
  | { kind: 'carried' }
  | { kind: 'conflicts'; starter: string; conflicts: Conflict[] }
  | { kind: 'orphaned'; reason: string }
);

const MARKERS = 40;
/** The most that `git merge-file` counts; more than that is its failure. */
const MOST_CONFLICTS = 127;
const FAILED = 255;

/**
 * Carries what changed in a sandbox's starter since the commit `base` into its overlays, which are whole files: a
 * three-way merge of each. Throws one sentence when git does not know the folder or the commit.
 */
export async function carryIntoOverlays(folder: string, base: string): Promise<Carried[]> {
  await git(folder, 'rev-parse', '--verify', '--quiet', `${base}^{commit}`).catch(() => {
    throw new Error(`git knows no commit ${base} in ${folder}.`);
  });
  const carried: Carried[] = [];
  for (const kind of ['fixes', 'decoys']) {
    for (const id of (await readdir(join(folder, kind)).catch(() => [])).sort()) {
      const names = await readdir(join(folder, kind, id));
      for (const name of names.filter((one) => one.endsWith('.py')).sort())
        carried.push(await carryInto(folder, base, `${kind}/${id}/${name}`, `project/${name}`));
    }
  }
  return carried;
}

async function carryInto(folder: string, base: string, file: string, starter: string): Promise<Carried> {
  const overlay = await readFile(join(folder, file), 'utf8');
  const before = await git(folder, 'show', `${base}:./${starter}`).catch(() => null);
  const now = await readFile(join(folder, starter), 'utf8').catch(() => null);
  if (now === null) return { file, kind: 'orphaned', reason: `there is no ${starter} any more` };
  if (before === null) return { file, kind: 'orphaned', reason: `there was no ${starter} at ${base}` };
  if (before === now) return { file, kind: 'unchanged' };
  const { code, merged } = await merge(overlay, before, now);
  if (code !== 0) return { file, kind: 'conflicts', starter, conflicts: conflictsIn(merged, overlay, now) };
  if (merged === overlay) return { file, kind: 'unchanged' };
  await writeFile(join(folder, file), merged);
  return { file, kind: 'carried' };
}

/** Git's merge; `code` is the number of conflicts, which `merged` has between git's markers. */
async function merge(
  overlay: string,
  before: string,
  now: string,
): Promise<{ code: number; merged: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'carry-'));
  try {
    const texts = Object.entries({ overlay, before, now });
    await Promise.all(texts.map(([name, text]) => writeFile(join(folder, name), text)));
    const names = texts.map(([name]) => name);
    const { code, stdout } = await call(folder, 'merge-file', '-p', `--marker-size=${MARKERS}`, ...names);
    if (code > MOST_CONFLICTS) throw new Error('git could not merge the files; is one of them no text?');
    return { code, merged: stdout };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What stands between git's markers, found again in the two files; both have their conflicts in the same order. */
function conflictsIn(merged: string, overlay: string, now: string): Conflict[] {
  const [start, middle, end] = ['<', '=', '>'].map((sign) => `^${sign.repeat(MARKERS)}.*\n`);
  const between = new RegExp(`${start}([^]*?)${middle}([^]*?)${end}`, 'gm');
  const find = { overlay: finder(overlay), starter: finder(now) };
  return [...merged.matchAll(between)].map(([, ours = '', theirs = '']) => ({
    overlay: find.overlay(ours),
    starter: find.starter(theirs),
  }));
}

function finder(text: string): (block: string) => Lines | null {
  let from = 0;
  return (block) => {
    if (block === '') return null;
    const found = text.indexOf(block.trimEnd(), from);
    from = found + block.trimEnd().length;
    const line = (place: number) => text.slice(0, place).split('\n').length;
    return [line(found), line(from)];
  };
}

async function git(cwd: string, ...args: string[]): Promise<string> {
  const { code, stdout } = await call(cwd, ...args);
  if (code !== 0) throw new Error(`git ${args.join(' ')} failed.`);
  return stdout;
}

function call(cwd: string, ...args: string[]): Promise<{ code: number; stdout: string }> {
  return new Promise((resolve) => {
    execFile('git', args, { cwd, maxBuffer: 2 ** 26 }, (error, stdout) => {
      const code = typeof error?.code === 'number' ? error.code : FAILED;
      resolve({ code: error === null ? 0 : code, stdout });
    });
  });
}
