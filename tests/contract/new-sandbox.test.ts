import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { MARK } from '../../tools/author-notes.ts';
import { ROOT } from '../../tools/stage.ts';

const LONG = 10 * 60_000;
const parent = mkdtempSync(join(tmpdir(), 'sandboxes-'));
const folder = join(parent, 'ticket-desk');
afterAll(() => rmSync(parent, { recursive: true }));

function tool(name: string, ...args: string[]) {
  const path = join(ROOT, 'tools', `${name}.ts`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return { status, stdout, stderr };
}

/** As an author who takes the template's program as it is would. */
function carryOutNotes(): void {
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
    ['Ticket Desk', 'must be kebab-case'],
    ['ticket_desk', 'must be kebab-case'],
    ['flask-request-history', 'choose another id'],
  ])('is not made as %s, and one sentence says why', (name, reason) => {
    const { status, stderr } = tool('new-sandbox', name);
    expect(status).toBe(64);
    expect(stderr).toContain(reason);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test(
    'fails the gate with instructions, fails it for a fix that leaks, and passes when both are put right',
    () => {
      expect(tool('new-sandbox', 'ticket-desk', '--in', parent).status).toBe(0);
      const unwritten = tool('gate', folder);
      expect(unwritten.status).toBe(1);
      expect(unwritten.stdout).toMatch(/ticket-desk is not written yet\. In this order/);
      expect(unwritten.stdout).toMatch(/^ +1 +\S+project\/service\.py:3 +Put a real program here/m);

      carryOutNotes();
      const fix = join(folder, 'fixes', 'first-fix', 'service.py');
      const right = readFileSync(fix, 'utf8');
      writeFileSync(
        fix,
        right.replace('maxlen=SHOWN', 'maxlen=None').replace('list(TICKETS)', 'list(TICKETS)[-SHOWN:]'),
      );
      const leaking = tool('gate', folder, '--seeds', '1', '--runtime', 'native');
      expect(leaking.status).toBe(1);
      expect(leaking.stdout).toContain(
        'ticket-desk fixes/first-fix, native, seed 1: judged growing, declared bounded.',
      );
      expect(leaking.stdout).toContain('Something still grows in this fix');

      writeFileSync(fix, right);
      const open = tool('gate', folder, '--seeds', '1', '--json');
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
});

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
