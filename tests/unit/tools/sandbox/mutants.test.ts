import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { record, recordProblem, scored, tightnessOf } from '../../../../tools/sandbox/mutants.ts';
import { loadSandboxFolder } from '../../../../tools/sandbox/sandbox-folder.ts';
import type { Store } from '../../../../tools/sandbox/verdict-store.ts';
import { FIXTURE } from '../../../../tools/build/setup.ts';
import { ROOT } from '../../../../tools/build/stage.ts';

const { sandbox } = await loadSandboxFolder(join(ROOT, FIXTURE.course, 'sandboxes', 'library-loans'));
const LEDGER = { file: 'ledger.py', line: 'limit = 5' };
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mutants-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A store that knows what came of the mutants of every fix. */
function knowing(found: object): Store {
  const all = { unchanged: 'bounded', total: 10, declared: 0, matched: [], survivors: [], ...found };
  return { recall: async () => all as never, keep: async () => undefined };
}

const declare = (equivalent: object[]) =>
  writeFile(join(folder, 'mutants.json'), JSON.stringify({ equivalent }));

it('says nothing of a check that objects to every mutant', async () => {
  const { tightness, failures } = await tightnessOf(folder, sandbox, knowing({}));
  expect(failures).toEqual([]);
  expect(tightness).toEqual({ sandbox: 'library-loans', killed: 20, equivalent: 0, alive: 0 });
  expect(scored(tightness)).toBe(
    'library-loans mutants: the check objects to 20 of 20 (100 %); 0 declared equivalent',
  );
});

it('asks of what is bounded as it stands for mutants of the files that its decoys change', async () => {
  const bounded = { ...sandbox, verdict: 'bounded' as const, fixes: [] };
  const survivors = [{ ...LEDGER, mutant: 'limit = 6' }];
  const { failures } = await tightnessOf(folder, bounded, knowing({ survivors }));
  expect(failures[0]).toContain('library-loans starter, ledger.py: no check objects to `limit = 6`');
});

it('names a mutant that is alive by fix, file and line, and says what to do', async () => {
  const survivors = [{ ...LEDGER, mutant: 'limit = 6' }];
  const { tightness, failures } = await tightnessOf(folder, sandbox, knowing({ survivors }));
  expect(failures[0]).toContain(
    'library-loans fixes/five-last, ledger.py: no check objects to `limit = 6` in place of `limit = 5`.',
  );
  expect(failures[0]).toContain('declare it in mutants.json with a reason');
  expect(scored(tightness)).toContain('18 of 20 (90 %), 2 alive');
});

it('counts what is declared apart, and names a declaration of a mutant that is not there any more', async () => {
  await declare([
    { ...LEDGER, reason: 'No more than five are kept.' },
    { ...LEDGER, line: 'limit = 7', reason: 'Long gone.' },
  ]);
  const { tightness, failures } = await tightnessOf(folder, sandbox, knowing({ declared: 2, matched: [0] }));
  expect(tightness).toMatchObject({ killed: 16, equivalent: 4 });
  expect(failures).toEqual([
    `${join(folder, 'mutants.json')}: equivalent[1]: there is no such mutant of \`limit = 7\` in ledger.py; take it out.`,
  ]);
});

it('asks for a reason, by file and field', async () => {
  await declare([LEDGER]);
  const { failures } = await tightnessOf(folder, sandbox, knowing({}));
  expect(failures[0]).toContain(`${join(folder, 'mutants.json')}: equivalent[0].reason: `);
});

it('takes nothing from mutants of a fix that is not bounded itself', async () => {
  const { failures } = await tightnessOf(folder, sandbox, knowing({ unchanged: 'growing' }));
  expect(failures[0]).toContain('fixes/five-last: judged growing itself');
});

it('records what was judged, and asks for it anew when the check, a fix or a declaration is another', async () => {
  const stale = `${join(folder, 'mutants.json')}: the mutants were judged on other files, or never; run "npm run mutants -- library-loans".`;
  const tightness = { sandbox: 'library-loans', killed: 20, equivalent: 1, alive: 0 };
  expect(await recordProblem(folder, sandbox)).toBe(stale);
  await declare([{ ...LEDGER, reason: 'No more than five are kept.' }]);
  await record(folder, sandbox, tightness);
  expect(await recordProblem(folder, sandbox)).toBe('');

  const looser = { ...sandbox, harness: { ...sandbox.harness, 'check.py': '' } };
  expect(await recordProblem(folder, looser)).toBe(stale);
  const { 'diagnosis.py': _diagnosis, ...ungraded } = sandbox.harness;
  expect(await recordProblem(folder, { ...sandbox, harness: ungraded })).toBe('');

  const kept = JSON.parse(await readFile(join(folder, 'mutants.json'), 'utf8')) as object;
  await writeFile(join(folder, 'mutants.json'), JSON.stringify({ ...kept, equivalent: [] }));
  expect(await recordProblem(folder, sandbox)).toBe(stale);
});
