import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MARK } from '../../tools/sandbox/author-notes.ts';
import { ROOT } from '../../tools/build/stage.ts';
import { openJudging } from '../../tools/sandbox/judging.ts';
import { loadSandboxFolder } from '../../tools/sandbox/sandbox-folder.ts';
import { openStore } from '../../tools/sandbox/verdict-store.ts';

const LONG = 10 * 60_000;
const course = mkdtempSync(join(tmpdir(), 'course-'));
const folder = join(course, 'sandboxes', 'ticket-desk');
const lesson = join(course, 'content', 'lessons', '08-ticket-desk', 'lesson.svx');
beforeAll(() => mkdirSync(join(course, 'content', 'lessons', '07-another'), { recursive: true }));
afterAll(() => rmSync(course, { recursive: true }));

function tool(name: string, ...args: string[]) {
  const path = join(ROOT, 'tools', 'commands', `${name}.ts`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
    cwd: ROOT,
    env: { ...process.env, LEAKLAB_COURSE: course },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return { status, stdout, stderr };
}

/** As an author who takes the template's program as it is would. */
function carryOutNotes(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const lines = readFileSync(path, 'utf8').split('\n');
    const left = lines.filter((line) => !line.startsWith(`# ${MARK}`)).join('\n');
    writeFileSync(path, left.replaceAll(`${MARK} `, ''));
  }
}

describe('a new sandbox', () => {
  test.each([
    [['Ticket Desk'], 'must be kebab-case'],
    [['ticket_desk'], 'must be kebab-case'],
    [['another'], 'There is the lesson 07-another already; choose another id.'],
    [['ticket-desk', '--number', '7'], 'Number 7 is taken by 07-another; choose another.'],
    [['ticket-desk', '--number', 'six'], '--number is a whole number from 1 to 99, not six.'],
    [['ticket-desk', '--number', '6', '--in', 'elsewhere'], 'leave out --number.'],
  ])('is not made as %j, and one sentence says why', (args, reason) => {
    const { status, stderr } = tool('new-sandbox', ...args);
    expect(status).toBe(64);
    expect(stderr).toContain(reason);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(course)).toEqual(['content']);
  });

  test('outside the course has no lesson', () => {
    const outside = join(course, 'outside');
    expect(tool('new-sandbox', 'ticket-desk', '--in', outside).status).toBe(0);
    expect(readdirSync(outside)).toEqual(['ticket-desk']);
    expect(readdirSync(join(course, 'content', 'lessons'))).toEqual(['07-another']);
    rmSync(outside, { recursive: true });
  });

  test(
    'fails the gate with instructions, fails it for a fix that leaks, and passes when both are put right',
    () => {
      expect(tool('new-sandbox', 'ticket-desk').status).toBe(0);
      const unwritten = tool('gate', 'ticket-desk');
      expect(unwritten.status).toBe(1);
      expect(unwritten.stdout).toMatch(/ticket-desk is not written yet\. In this order/);
      expect(unwritten.stdout).toMatch(/^ +1 +\S+project\/service\.py:3 +Put a real program here/m);
      expect(unwritten.stdout).toMatch(/08-ticket-desk\/lesson\.svx:12 +Put into the front matter/);
      expect(unwritten.stderr).not.toContain('starter');

      carryOutNotes(folder);
      const fix = join(folder, 'fixes', 'first-fix', 'service.py');
      const right = readFileSync(fix, 'utf8');
      writeFileSync(
        fix,
        right.replace('maxlen=SHOWN', 'maxlen=None').replace('list(TICKETS)', 'list(TICKETS)[-SHOWN:]'),
      );
      const leaking = tool('gate', 'ticket-desk', '--seeds', '1', '--runtime', 'native');
      expect(leaking.status).toBe(1);
      expect(leaking.stdout).toMatch(
        /ticket-desk fixes\/first-fix, native, seed \d+: judged growing, declared bounded\./,
      );
      expect(leaking.stdout).toContain('Something still grows in this fix');

      writeFileSync(fix, right);
      const unwrittenLesson = tool('gate', 'ticket-desk', '--seeds', '1', '--runtime', 'native');
      expect(unwrittenLesson.status).toBe(1);
      expect(unwrittenLesson.stdout).toContain('lesson.svx:2');
      expect(unwrittenLesson.stdout).not.toContain('service.py');

      rmSync(lesson);
      const open = tool('gate', 'ticket-desk', '--seeds', '1', '--json');
      expect(open.status, open.stdout).toBe(0);
      const { rows, failures } = JSON.parse(open.stdout) as {
        rows: { runtime: string }[];
        failures: string[];
      };
      expect(failures).toEqual([]);
      const judgedIn = (name: string) => rows.filter(({ runtime }) => runtime === name).length;
      expect([judgedIn('native'), judgedIn('pyodide')]).toEqual([5, 5]);
    },
    LONG,
  );

  test('has a diagnosis that is not complete yet, a solved one that is, and an explanation that finds the same', async () => {
    const { sandbox, solved } = await loadSandboxFolder(folder);
    const judge = (await openJudging(await openStore(), ['native'])).of(sandbox, 'native');
    expect(await judge.diagnosis(sandbox.diagnose, false)).toMatchObject({ complete: false });
    expect(await judge.diagnosis(solved ?? '', true)).toMatchObject({ complete: true });
    const { culprit, diagnosis } = await judge.culprit();
    expect(diagnosis).toMatchObject({ complete: true });
    expect(culprit).toMatchObject({ file: 'service.py', type: 'str', root: 'service.TICKETS' });
  });
});

test(
  'a new sandbox with nothing to fix passes the gate once its notes are carried out, and has its claim graded',
  async () => {
    const outside = join(course, 'outside');
    expect(tool('new-sandbox', 'ticket-desk', '--bounded', '--in', outside).status).toBe(0);
    const folder = join(outside, 'ticket-desk');
    carryOutNotes(folder);
    const open = tool('gate', folder, '--seeds', '1', '--json');
    expect(open.status, open.stdout).toBe(0);
    const { rows } = JSON.parse(open.stdout) as { rows: { variant: string; declared: string }[] };
    expect(new Set(rows.map(({ variant, declared }) => `${variant} ${declared}`))).toEqual(
      new Set(['starter bounded', 'decoys/first-decoy growing', 'decoys/second-decoy broken']),
    );
    const { sandbox, solved } = await loadSandboxFolder(folder);
    const judge = (await openJudging(await openStore(), ['native'])).of(sandbox, 'native');
    expect(await judge.diagnosis(sandbox.diagnose, false)).toMatchObject({ complete: false });
    expect(await judge.diagnosis(solved ?? '', true)).toMatchObject({ complete: true });
  },
  LONG,
);

describe('the gate', () => {
  test.each([
    [['no-such-sandbox'], 'There is no sandbox no-such-sandbox.'],
    [['--seeds', 'many'], '--seeds is a whole number'],
    [['--runtime', 'jython'], '--runtime is native, pyodide or both'],
    [['--sedes', '3'], '--sedes'],
  ])('says in one line what is wrong with %j', (args, reason) => {
    const { status, stderr } = tool('gate', ...args);
    expect(status).toBe(64);
    expect(stderr).toContain(reason);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
