import { readdirSync, readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { MARK } from '../../../tools/sandbox/author-notes.ts';
import { layOut } from '../../../tools/sandbox/template.ts';

/** The files of a new sandbox, by their path in it, as an author who takes the program of the template leaves them. */
export async function finishedLesson(): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'lesson-'));
  await layOut(folder, false);
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith(`# ${MARK}`));
    files[relative(folder, path)] = lines.join('\n').replaceAll(`${MARK} `, '');
  }
  rmSync(folder, { recursive: true });
  return files;
}

/** What is wrong with it: fields by their path (null: taken out), a text of `sandbox.json` for another, files (null: left out). */
export type Broken = {
  name: string;
  fields?: Record<string, unknown>;
  replaced?: [string, string];
  files?: Record<string, string | null>;
  /** In full, or with … at its end up to there. */
  says: string;
};

/** A table that the tests of the command line have too. */
export const BROKEN = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'fixture', 'broken-lessons.json'), 'utf8'),
) as Broken[];

export function brokenLesson(
  lesson: Readonly<Record<string, string>>,
  { fields = {}, replaced, files = {} }: Omit<Broken, 'name' | 'says'>,
): Record<string, string> {
  const declared = JSON.parse(lesson['sandbox.json'] ?? '') as Record<string, unknown>;
  for (const [path, value] of Object.entries(fields)) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const owner = steps.reduce((inside, step) => inside[step] as Record<string, unknown>, declared);
    if (value === null) Reflect.deleteProperty(owner, last);
    else owner[last] = value;
  }
  const json = JSON.stringify(declared);
  const broken: Record<string, string | null> = {
    ...lesson,
    'sandbox.json': replaced ? json.replace(...replaced) : json,
    ...files,
  };
  return Object.fromEntries(
    Object.entries(broken).flatMap(([path, text]) => (text === null ? [] : [[path, text]])),
  );
}
