import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeProof, writeProof, type Proof } from '../../src/proof/proof-file.ts';
import { ROOT } from '../../tools/build/stage.ts';
import { findPython } from '../../tools/python.mjs';
import { expectNoViolations } from './axe.ts';
import { Bench } from './bench.ts';
import { FIXTURE_LESSON, fixFiles, sandboxText } from './course.ts';
import { expect, test } from './fixture-site.ts';
import { expectNoScrollSideways } from './narrow.ts';

const PATH = 'One desk';
const FIXED = Object.fromEntries(fixFiles(FIXTURE_LESSON));
/** Changed, and as leaky as before. */
const UNFIXED = Object.fromEntries(
  Object.keys(FIXED).map((name) => [name, `${sandboxText(FIXTURE_LESSON, name)}\n`]),
);

/** The judge, natively, as a build server would have it. */
function measuredNatively(folder: string, ...names: string[]) {
  const found = findPython();
  if (found.kind === 'missing') throw new Error(found.reason);
  const env = { ...process.env, PYTHONPATH: [join(ROOT, '.python'), join(ROOT, 'src')].join(':') };
  const sandboxes = join(FIXTURE_LESSON.folder, '..');
  const { status, stdout, stderr } = spawnSync(
    found.command,
    ['-m', 'leaklab', 'proof', ...names, '--sandboxes', sandboxes],
    { cwd: folder, env, encoding: 'utf8' },
  );
  return { status, told: stdout + stderr };
}

test('from the first page of a path to a certificate: five proofs are measured again, of which one is true', async ({
  page,
}) => {
  test.setTimeout(1_200_000);
  const folder = mkdtempSync(join(tmpdir(), 'proofs-'));
  const bench = new Bench(page);

  await test.step('a path leads to its lesson, and is done once that is proved', async () => {
    await page.goto('paths/');
    await page.getByRole('article').filter({ hasText: PATH }).getByRole('link').click();
    await page.getByRole('link', { name: 'Begin the first step' }).click();
    await expect(bench.button('Run')).toHaveAttribute('aria-disabled', 'false');
    for (const [name, text] of Object.entries(FIXED)) await bench.type(name, text);
    await bench.expectAfter('Check', /^Bounded: /);
    await page
      .getByRole('navigation', { name: 'Along the path' })
      .getByRole('link', { name: `That was the last step of ${PATH}` })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(PATH);
    await expect(page.getByText('All steps done')).toBeVisible();
  });

  const proof = await test.step('a fix becomes a file under the name that its author chooses', async () => {
    await page.goto('progress/');
    const save = page.getByRole('button', { name: `Save the proof of ${FIXTURE_LESSON.title}` });
    await save.click();
    await expect(page.getByRole('alert')).toHaveText(/^Write the name/);
    await page.getByLabel('Name on your proofs').fill('Ada');
    await expectNoViolations(page);
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
    return JSON.parse(readFileSync(await download.path(), 'utf8')) as Proof;
  });
  expect(proof.files).toEqual(FIXED);

  const { kind: _kind, version: _version, seal: _seal, ...made } = proof;
  const files: Record<string, string> = {
    'ada.json': writeProof(proof),
    'bob.json': writeProof({ ...proof, name: 'Bob' }),
    'cleo.json': writeProof(await makeProof({ ...made, name: 'Cleo', files: UNFIXED })),
    'dan.json': writeProof(await makeProof({ ...made, name: 'Dan', start: '0'.repeat(64) })),
    'eve.json': writeProof(await makeProof({ ...made, name: 'Eve', files: { 'check.py': '' } })),
    'broken.json': '{',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);

  await test.step('on the page', async () => {
    await page.goto('proof/');
    await expectNoViolations(page);
    await page.getByLabel('Open a folder').setInputFiles(folder);
    await expect(page.getByRole('alert')).toHaveText(/“broken.json” is not JSON/);
    await expect(page.getByText('1 of 5 proofs holds.')).toBeVisible({ timeout: 300_000 });
    const row = (name: string) => page.getByRole('row', { name: `${name} ${FIXTURE_LESSON.title}` });
    await expect(row('Ada')).toContainText(/Holds Bounded: /);
    await expect(row('Bob')).toContainText(/Was changed .*Bounded: /);
    await expect(row('Cleo')).toContainText(/Does not hold Growing: /);
    await expect(row('Dan')).toContainText(/Another version .*Bounded: /);
    await expect(row('Eve')).toContainText(/Cannot tell .*check\.py/);
    await page.getByText('What Ada changed').click();
    await expect(page.getByRole('table').filter({ hasText: 'The start against Ada' }).first()).toBeVisible();
    await expectNoViolations(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoScrollSideways(page);
    await expectNoViolations(page);
  });

  await test.step('its certificate carries the link, which opens as the proof', async () => {
    await page.getByRole('button', { name: 'Certificate' }).click();
    const sheet = page.getByRole('article', { name: 'Certificate' });
    await expect(sheet).toContainText('Ada');
    await expect(sheet).toContainText(proof.verdict.sentence);
    await expectNoViolations(page);
    await expectNoScrollSideways(page);
    const address = await sheet.getByRole('link').getAttribute('href');
    await page.goto('about:blank');
    await page.goto(address ?? '');
    await expect(page.getByText('1 of 1 proof holds.')).toBeVisible({ timeout: 120_000 });
  });

  await test.step('natively', () => {
    expect(measuredNatively(folder, 'ada.json')).toMatchObject({ status: 0 });
    const all = measuredNatively(folder, 'ada.json', 'bob.json', 'cleo.json', 'dan.json', 'eve.json');
    expect(all.status, all.told).toBe(21);
    expect(all.told).toMatch(/^ada\.json: holds\n/);
    expect(all.told).toMatch(/^bob\.json: does not hold: it was changed after it was made$/m);
    expect(all.told).toMatch(/^cleo\.json: does not hold: it is not bounded$/m);
    expect(all.told).toMatch(/^dan\.json: does not hold: it was made in another version of the lesson$/m);
    expect(all.told).toMatch(/^eve\.json: does not hold: it has a file check\.py/m);
    expect(measuredNatively(folder, 'broken.json')).toMatchObject({
      status: 64,
      told: expect.stringContaining('broken.json: is not JSON'),
    });
  });
  rmSync(folder, { recursive: true });
});
