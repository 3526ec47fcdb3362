import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPython } from '../../tools/python.mjs';
import { ROOT } from '../../tools/build/stage.ts';
import { Bench } from './bench.ts';
import { FIXTURE_LESSON, culpritOf, fixFiles, sandboxText, solvedDiagnosis } from './course.ts';
import { expect, test } from './fixture-site.ts';

const { sandboxId, sandbox } = FIXTURE_LESSON;
const FILE = 'ledger.py';

/** The machine's own Python with the packages that the zip asks for, and without the judge of this repository. */
function python(folder: string, ...args: string[]) {
  const found = findPython();
  if (found.kind === 'missing') throw new Error(found.reason);
  const env = { ...process.env, PYTHONPATH: join(ROOT, '.python') };
  const { status, stdout, stderr } = spawnSync(found.command, args, { cwd: folder, env, encoding: 'utf8' });
  return { status, told: stdout + stderr };
}

/** Presses the button, and unpacks what comes of it into a folder that is given back. */
async function takeHome(bench: Bench, parent: string): Promise<string> {
  const coming = bench.page.waitForEvent('download');
  await bench.root.getByRole('button', { name: 'Take it home' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe(`${sandboxId}.zip`);
  const folder = mkdtempSync(join(parent, 'home-'));
  const unpacked = python(folder, '-m', 'zipfile', '-e', await download.path(), folder);
  expect(unpacked.status, unpacked.told).toBe(0);
  await expect(bench.root.getByText(`${sandboxId}.zip is in your downloads.`)).toBeVisible();
  return join(folder, sandboxId);
}

test('a program taken home fails its test while it grows, with the sentence, and passes once it is fixed', async ({
  page,
}) => {
  test.setTimeout(1_200_000);
  const parent = mkdtempSync(join(tmpdir(), 'take-home-'));
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);

  await test.step('as the learner left it, with all that it needs', async () => {
    const mine = `${sandboxText(FIXTURE_LESSON, FILE)}\n# Mine.\n`;
    await bench.type(FILE, mine);
    const home = await takeHome(bench, parent);
    expect(readFileSync(join(home, 'project', FILE), 'utf8')).toBe(mine);
    expect(readFileSync(join(home, 'requirements.txt'), 'utf8')).toMatch(
      /^objgraph==[\d.]+\npympler==[\d.]+\npytest==[\d.]+\n$/,
    );

    const judged = python(home, '-m', 'pytest', '-q');
    expect(judged.status, judged.told).toBe(1);
    expect(judged.told).toMatch(
      new RegExp(`Growing: .* per ${sandbox.unit}\\. At .* container is full in .*\\.`),
    );
    expect(judged.told).toContain(culpritOf(FIXTURE_LESSON).root);
  });

  await test.step('with the diagnosis, which runs at home too', async () => {
    await bench.type('diagnose.py', solvedDiagnosis(FIXTURE_LESSON));
    const told = python(await takeHome(bench, parent), '-m', 'leaklab', 'diagnose', '.');
    expect(told.status, told.told).toBe(0);
    expect(told.told).toContain('That is it: your diagnosis names the culprit.');
  });

  await test.step('and after the fix', async () => {
    for (const [name, text] of fixFiles(FIXTURE_LESSON)) await bench.type(name, text);
    const home = await takeHome(bench, parent);
    const judged = python(home, '-m', 'pytest', '-q');
    expect(judged.status, judged.told).toBe(0);

    const told = python(home, '-m', 'leaklab', 'sandbox', '.');
    expect(told.status, told.told).toBe(0);
    expect(told.told).toMatch(/^Bounded: /);
  });
  rmSync(parent, { recursive: true });
});

test('without a network the zip is not made, a sentence says so, and the next try works', async ({
  page,
}) => {
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await page.route('**/runtime/**', (route) => route.abort());
  await page.evaluate(() =>
    caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))),
  );
  await bench.root.getByRole('button', { name: 'Take it home' }).click();
  await expect(bench.root.getByText(/It could not be packed: .* Nothing is lost/)).toBeVisible();
  await page.unroute('**/runtime/**');
  const coming = page.waitForEvent('download');
  await bench.root.getByRole('button', { name: 'Take it home' }).click();
  expect((await coming).suggestedFilename()).toBe(`${sandboxId}.zip`);
});
