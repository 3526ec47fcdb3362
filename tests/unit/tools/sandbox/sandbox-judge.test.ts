import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSandbox, type Sandbox } from '../../../../src/course/sandbox.ts';
import type { CommandBody, Execute } from '../../../../src/runtime/judge.ts';
import type { Outcome } from '../../../../src/runtime/protocol.ts';
import { variantsOf, type Variant } from '../../../../tools/sandbox/sandbox-folder.ts';
import { judgeOf } from '../../../../tools/sandbox/sandbox-judge.ts';
import { openStore } from '../../../../tools/sandbox/verdict-store.ts';
import { sandboxFiles } from '../../course/sandbox-files.ts';
import { bounded, growing } from '../../../component/states/outcomes.ts';

let folder = '';
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'verdicts-'))));
afterEach(() => rm(folder, { recursive: true }));

const read = (change: Record<string, string> = {}) =>
  readSandbox('request-log', { ...sandboxFiles(), ...change });
const variantOf = (sandbox: Sandbox, name: string): Variant => {
  const found = variantsOf(sandbox).find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
};

/** As a command of the tools that is started anew: only the folder of the store is the same. */
async function start(sandbox: Sandbox, answer: Outcome, decides: unknown = 'native') {
  const tally = { judged: 0, recalled: 0 };
  const given: CommandBody[] = [];
  const execute: Execute = async (body) => {
    given.push(body);
    return answer;
  };
  const judge = judgeOf(sandbox, {
    store: await openStore(folder),
    turn: (work) => work(),
    tally,
    decides,
    execute: async () => execute,
  });
  return { judge, tally, given };
}

it('judges a variant once for each seed, and the next time takes the same figures from the store', async () => {
  const sandbox = read();
  const fix = variantOf(sandbox, 'fixes/deque');
  const first = await start(sandbox, bounded);
  const judged = await first.judge.check(fix, 1);
  await first.judge.check(fix, 2);
  expect(first.tally).toEqual({ judged: 2, recalled: 0 });

  const second = await start(sandbox, growing);
  expect(await second.judge.check(fix, 1)).toEqual(judged);
  expect(second.tally).toEqual({ judged: 0, recalled: 1 });
  expect(second.given).toEqual([]);
});

it('never takes a verdict for passed that is not as declared: it is judged again', async () => {
  const sandbox = read();
  const fix = variantOf(sandbox, 'fixes/deque');
  const shut = await start(sandbox, growing);
  expect((await shut.judge.check(fix, 1)).kind).toBe('growing');
  expect((await shut.judge.check(fix, 1)).kind).toBe('growing');
  expect(shut.tally).toEqual({ judged: 2, recalled: 0 });
});

it('judges again when another verdict is declared for the same program', async () => {
  const sandbox = read();
  const decoy = variantOf(sandbox, 'decoys/collect');
  await (await start(sandbox, growing)).judge.check(decoy, 1);
  const changed = await start(sandbox, growing);
  await changed.judge.check({ ...decoy, kind: 'costly' }, 1);
  expect(changed.tally).toEqual({ judged: 1, recalled: 0 });
});

it.each([
  ['the program', { 'project/app.py': 'import log  # more\n' }, 'native', 1],
  ['the overlay', { 'fixes/deque/log.py': '# another deque\n' }, 'native', 1],
  ['the workload', { 'workload.py': 'def run(i): pass\n' }, 'native', 1],
  ['the judge or the runtime', {}, 'native, but another', 1],
  ['another fix', { 'fixes/delete/log.py': '# deletes more\n' }, 'native', 0],
  [
    'what a diagnosis reads',
    { 'diagnosis.py': 'culprit = None\n', 'diagnose.py': '# Go on.\n' },
    'native',
    0,
  ],
])('a change of %s judges what rests on it', async (_name, change, decides, judged) => {
  const before = read();
  await (await start(before, bounded)).judge.check(variantOf(before, 'fixes/deque'), 1);
  const after = read(change);
  const again = await start(after, bounded, decides);
  await again.judge.check(variantOf(after, 'fixes/deque'), 1);
  expect(again.tally).toEqual({ judged, recalled: 1 - judged });
});

it('grades a diagnosis once, and again while it is not what it is declared to be', async () => {
  const sandbox = read();
  const complete: Outcome = { kind: 'diagnosed', diagnosis: { complete: true, findings: [] } };
  const first = await start(sandbox, complete);
  await first.judge.diagnosis('# solved\n', true);
  await first.judge.diagnosis('# solved\n', true);
  expect(first.given).toHaveLength(1);
  await first.judge.diagnosis('# the start\n', false);
  await first.judge.diagnosis('# the start\n', false);
  expect(first.given).toHaveLength(3);
});
