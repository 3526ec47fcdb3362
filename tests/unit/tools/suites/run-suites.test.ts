import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { describe as told, runChanged, runSuite } from '../../../../tools/suites/run-suites.ts';
import type { Suite } from '../../../../tools/suites/suites.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suites-'));
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const suite = (code: string): Suite => ({
  name: 'sample',
  command: process.execPath,
  args: ['-e', code],
  needs: [],
  unaffectedBy: [],
});
const PASSES = suite('');
const FAILS = suite('process.exit(3)');

/** Runs `one` while what it reads is in the given states, before and after. */
async function run(one: Suite, before = 'as it was', after = before) {
  const states = [before, after];
  return (await runChanged([one], folder, async () => states.shift() ?? ''))[0];
}

it('does not run again what passed with all that it reads as it is now, and says so', async () => {
  expect(await run(PASSES)).toMatchObject({ passed: 1, failed: 0, before: 0 });
  const again = await run(FAILS);
  expect(again).toMatchObject({ passed: 1, failed: 0, before: 1 });
  expect(again && told(again)).toBe(
    'same sample              1 passed   0 failed     0 s  unchanged since it passed',
  );
});

it('runs again when something that it reads has changed', async () => {
  await run(PASSES);
  expect(await run(FAILS, 'changed')).toMatchObject({ failed: 1, before: 0 });
});

it('runs again what failed, even when it had passed before', async () => {
  await run(PASSES);
  await run(FAILS, 'changed');
  expect(await run(PASSES)).toMatchObject({ passed: 1, before: 0 });
});

it('takes what changed while it ran for what nobody has tested', async () => {
  await run(PASSES, 'as it was', 'changed');
  expect(await run(PASSES)).toMatchObject({ before: 0 });
});

it('shows what a failing suite wrote, and what the judging one told of itself', async () => {
  const failing = await runSuite(suite("console.log('Why.'); process.exit(1)"));
  expect(told(failing)).toMatch(/^FAIL sample +0 passed +1 failed/);
  expect(vi.mocked(console.log).mock.calls.flat().join()).toContain('Why.');
  const judging = await runSuite(suite("console.log('\\u001b[39mverdicts: 2 judged, 58 from the cache')"));
  expect(told(judging)).toMatch(/^ok .*verdicts: 2 judged, 58 from the cache$/);
});

it('runs the tests that somebody names in place of its own', async () => {
  const asked = { ...suite('process.exit(process.argv.includes("mine") ? 0 : 1)'), tests: ['mine'] };
  expect(await runSuite(asked)).toMatchObject({ failed: 0 });
  expect(await runSuite(asked, ['another'])).toMatchObject({ failed: 1 });
});
