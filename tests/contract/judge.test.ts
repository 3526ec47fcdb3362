import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JudgementFile } from '../../src/runtime/judgement.ts';
import { ROOT } from '../../tools/build/stage.ts';

/** `npm run judge`, as somebody calls it on a folder of their own. */
const SETTINGS = {
  unit: 'request',
  contract: { cap: 3200, budgetBytes: 400_000, sensitivity: 1, warmUp: 100, ratePerSecond: 20 },
};
const RUNTIMES = ['pyodide', 'native'] as const;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'judge-'));
  await lay({
    'sandbox.json': JSON.stringify(SETTINGS),
    'workload.py': 'import app\n\ndef run(i):\n    app.handle(i)\n',
    'check.py': 'import app\n\ndef after():\n    assert app.count() > 0, "It must count its requests."\n',
    'project/app.py':
      'SEEN = []\n\ndef handle(i):\n    SEEN.append({"id": i})\n\ndef count():\n    return len(SEEN)\n',
    'fix/app.py':
      'TOTAL = 0\n\ndef handle(i):\n    global TOTAL\n    TOTAL += 1\n\ndef count():\n    return TOTAL\n',
    'gone/app.py': 'def handle(i):\n    pass\n\ndef count():\n    return 0\n',
    'raises/app.py': 'def handle(i):\n    raise KeyError(i)\n',
    'exits/app.py': 'import os\n\ndef handle(i):\n    os._exit(3)\n',
  });
});

afterAll(() => rm(folder, { recursive: true }));

async function lay(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

type Ran = { status: number; stdout: string; stderr: string };

function judge(...args: string[]): Promise<Ran> {
  const env = { ...process.env, INIT_CWD: folder };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, 'tools', 'commands', 'judge.ts'), ...args],
      { env },
      (error, stdout, stderr) =>
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

describe.each(RUNTIMES)('on %s', (runtime) => {
  const json = (...args: string[]) => judge('.', '--runtime', runtime, '--json', ...args);

  test('growth ends with 10, and its JSON has the line, the type and the holder', async () => {
    const { status, stdout } = await json();
    expect(status).toBe(10);
    const { verdict, explanation, notes } = JudgementFile.parse(JSON.parse(stdout));
    expect(verdict.kind).toBe('growing');
    expect(explanation?.allocations[0]?.frame).toMatchObject({ file: 'app.py', line: 4 });
    expect(explanation?.survivors.map(({ type }) => type)).toContain('dict');
    expect(explanation?.retainers[0]?.root).toBe('app.SEEN');
    expect(notes).toEqual([]);
  });

  test.each([
    ['fix', 'bounded', 0],
    ['gone', 'broken', 13],
    ['raises', 'crashed', 15],
    ['exits', 'crashed', 15],
  ])('the overlay %s is judged %s and ends with %i', async (overlay, kind, expected) => {
    const { status, stdout } = await json('--overlay', overlay);
    expect(status).toBe(expected);
    expect(JudgementFile.parse(JSON.parse(stdout))).toMatchObject({ verdict: { kind }, explanation: null });
  });
});

test('both runtimes say the same of the same program', async () => {
  const said = await Promise.all(
    RUNTIMES.map((runtime) => judge('.', '--runtime', runtime, '--overlay', 'raises')),
  );
  expect(said[0]?.stdout).toBe(said[1]?.stdout);
});

test.each([
  [['nowhere'], 'nowhere/sandbox.json: is missing'],
  [['.', '--overlay', 'nowhere'], 'nowhere: has no Python files.'],
  [['.', '--seed', 'one'], '--seed is a whole number from 0, not one.'],
  [['.', '--runtime', 'jython'], '--runtime is pyodide or native, not jython.'],
  [[], 'Name one sandbox folder'],
])('%j is wrong usage: one line that says what to do, and status 64', async (args, complaint) => {
  const { status, stdout, stderr } = await judge(...args);
  expect(stderr).toContain(complaint);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect([status, stdout]).toEqual([64, '']);
});

test.each([
  ['{', 'sandbox.json: is not valid JSON'],
  [JSON.stringify({ ...SETTINGS, unit: 'two words' }), 'sandbox.json: unit: must be one word'],
  [
    JSON.stringify({ ...SETTINGS, contract: { ...SETTINGS.contract, cap: '3200' } }),
    'sandbox.json: contract.cap: must be',
  ],
  [
    JSON.stringify({ ...SETTINGS, packages: ['no-such-package'] }),
    'sandbox.json: packages: the runtime has no',
  ],
])('a malformed sandbox.json is told by file and field: %s', async (text, complaint) => {
  await lay({ 'malformed/sandbox.json': text, 'malformed/workload.py': '', 'malformed/project/app.py': '' });
  const { status, stderr } = await judge('malformed');
  expect(stderr).toContain(complaint);
  expect(status).toBe(64);
});
