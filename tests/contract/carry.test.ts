import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../../tools/build/stage.ts';

/** `npm run carry`, in a repository of its own. */
const STARTER = `import gc


def first():
    return 1


def second():
    return 2


def third():
    return 3
`;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carry-'));
  lay('project/app.py', STARTER);
  lay('fixes/third/app.py', STARTER.replace('return 3', 'return 33'));
  lay('decoys/first/app.py', STARTER.replace('return 1', 'return 11'));
  lay('decoys/without/app.py', STARTER.replace('\n\ndef first():\n    return 1\n', ''));
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', 'Begin');
});
afterEach(() => rmSync(folder, { recursive: true }));

function lay(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

function git(...args: string[]): void {
  const { status, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

function carry(...args: string[]) {
  const tool = join(ROOT, 'tools', 'commands', 'carry.ts');
  const env = { ...process.env, INIT_CWD: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('a change elsewhere in the starter is carried into every overlay', () => {
  lay('project/app.py', STARTER.replace('return 2', 'return 22'));
  const { status, stdout } = carry('.');
  expect(status).toBe(0);
  expect(stdout).toBe(
    'fixes/third/app.py: carried.\ndecoys/first/app.py: carried.\ndecoys/without/app.py: carried.\n',
  );
  expect(read('fixes/third/app.py')).toBe(
    STARTER.replace('return 2', 'return 22').replace('return 3', 'return 33'),
  );
  expect(read('decoys/first/app.py')).toBe(
    STARTER.replace('return 1', 'return 11').replace('return 2', 'return 22'),
  );
});

test('a conflict is named by its lines and leaves its overlay alone; the others are carried; status 1', () => {
  const decoys = [read('decoys/first/app.py'), read('decoys/without/app.py')];
  lay('project/app.py', STARTER.replace('return 1', 'return 100\n    # Why.'));
  const { status, stdout } = carry('.');
  expect(status).toBe(1);
  expect(stdout).toContain('fixes/third/app.py: carried.');
  expect(stdout).toContain('decoys/first/app.py:5-5 against project/app.py:5-6');
  expect(stdout).toContain('decoys/without/app.py: left as it was.');
  expect(stdout).toMatch(/ project\/app\.py:\d+-\d+, which the other took out/);
  expect([read('decoys/first/app.py'), read('decoys/without/app.py')]).toEqual(decoys);
});

test('what was carried is not carried again', () => {
  lay('project/app.py', STARTER.replace('return 2', 'return 22'));
  carry('.');
  expect(carry('.').stdout).toContain('decoys/first/app.py: nothing to carry.');
});

test('without a change there is nothing to carry', () => {
  const { status, stdout } = carry('.');
  expect(status).toBe(0);
  expect(stdout).toContain('fixes/third/app.py: nothing to carry.');
});

test('the starter may be compared with another commit than the last', () => {
  lay('project/app.py', STARTER.replace('return 2', 'return 22'));
  git('-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-am', 'Change');
  expect(carry('.').stdout).toContain('fixes/third/app.py: nothing to carry.');
  expect(carry('.', '--base', 'HEAD~1').stdout).toContain('fixes/third/app.py: carried.');
});

test('an overlay of a file that is gone is named', () => {
  lay('fixes/third/other.py', '');
  const { status, stdout } = carry('.');
  expect(status).toBe(1);
  expect(stdout).toContain('fixes/third/other.py: left as it was, there is no project/other.py any more.');
});

test.each([
  [['nowhere'], 'There is no sandbox nowhere.'],
  [[], 'Name one sandbox'],
  [['.', '--base', 'no-such-commit'], 'git knows no commit no-such-commit'],
  [['.', '--bass', 'x'], '--bass'],
])('says in one line what is wrong with %j', (args, reason) => {
  const { status, stderr } = carry(...args);
  expect(stderr).toContain(reason);
  expect([status, stderr.trim().split('\n').length]).toEqual([64, 1]);
});
