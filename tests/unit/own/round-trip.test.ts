import { strToU8, Zip, ZipDeflate } from 'fflate';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXAMPLE } from '../../../src/own/example.ts';
import { readProgram } from '../../../src/own/read-program.ts';
import { contentsOf } from '../../../src/takehome/contents.ts';
import { Code } from '../../../src/workbench/session/code.svelte.ts';
import { ownExercise } from '../../../src/workbench/session/own-exercise.ts';
import { belongingsOf } from '../../../src/workbench/session/programs.ts';
import { ROOT } from '../../../tools/build/stage.ts';
import { exercise } from '../../component/states/exercise.ts';
import { DECLARED, read, zipped } from './zips.ts';

const encoded = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]));

describe('what is taken home can be opened again', () => {
  it('from a sandbox, as the learner left it', async () => {
    const code = new Code(exercise);
    code.edit('app.py', 'mine\n');
    const brought = await read(zipped(encoded(contentsOf(belongingsOf(exercise, code), {}))));
    const { project, diagnose, harness, unit, contract, behaviour, observeUnits } = exercise;
    expect(brought).toMatchObject({
      kind: 'program',
      leftOut: [],
      program: {
        settings: { unit, contract, behaviour, observeUnits },
        files: { ...project, ...harness, 'diagnose.py': diagnose, 'app.py': 'mine\n' },
      },
    });
  });

  it('from an own program, settings and all', async () => {
    const program = { ...EXAMPLE, settings: { ...EXAMPLE.settings, title: 'Mine', unit: 'job' } };
    const own = ownExercise(program, [], 1);
    const contents = contentsOf(belongingsOf(own, new Code(own), 'mine'), {});
    expect(Object.keys(contents).every((path) => path.startsWith('mine/'))).toBe(true);
    expect(await read(zipped(encoded(contents)))).toEqual({ kind: 'program', leftOut: [], program });
  });
});

const folders = globSync('{sandboxes,tests/fixture/sandboxes}/*/sandbox.json', { cwd: ROOT });

it.each(folders)('the folder of %s can be opened, and nothing of it is left out', async (declared) => {
  const folder = join(ROOT, declared, '..');
  const paths = globSync('**/*', { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile());
  const entries = paths.map((path) => ({
    path: `it/${path}`,
    bytes: statSync(join(folder, path)).size,
    read: () => new Uint8Array(readFileSync(join(folder, path))),
  }));
  const { packages } = JSON.parse(readFileSync(join(ROOT, declared), 'utf8')) as { packages: string[] };
  const brought = await readProgram(entries, packages);
  expect(brought).toMatchObject({ kind: 'program', leftOut: [], program: { settings: { packages } } });
});

describe('a zip of another program', () => {
  it('is opened though it was written in one go, with its sizes behind the files', async () => {
    const parts: Uint8Array[] = [];
    const zip = new Zip((_, part) => parts.push(part));
    for (const [path, text] of Object.entries({
      'it/sandbox.json': JSON.stringify(DECLARED),
      'it/project/program.py': 'def run(i): ...\n',
      'it/__MACOSX/._program.py': '\0',
      'it/data/rows.csv': '1,2\n',
    })) {
      const file = new ZipDeflate(path, { level: 9 });
      zip.add(file);
      file.push(strToU8(text), true);
    }
    zip.end();
    expect(await read(Buffer.concat(parts))).toMatchObject({
      kind: 'program',
      leftOut: ['data/rows.csv'],
      program: { files: { 'program.py': 'def run(i): ...\n' } },
    });
  });

  it('without a sandbox.json has its Python files taken as they are', async () => {
    const zip = zipped(encoded({ 'mine/program.py': 'def run(i): ...\n', 'mine/notes.txt': '' }));
    expect(await read(zip)).toEqual({
      kind: 'files',
      files: { 'program.py': 'def run(i): ...\n' },
      leftOut: ['notes.txt'],
    });
  });
});
