import { Bench, SETTLED, diagnosis, overlayFiles, sandboxFile } from './bench.ts';
import { LESSONS } from './course.ts';
import { expect, test } from './site.ts';

for (const { slug, sandboxId, sandbox } of LESSONS) {
  test(`${slug} leads from symptom to proof`, async ({ page }) => {
    test.setTimeout(1_800_000);
    const bench = new Bench(page);
    const [fix] = sandbox.fixes;
    const [decoy] = sandbox.decoys;
    if (fix === undefined || decoy === undefined) throw new Error('a sandbox has fixes and decoys');

    await test.step('a prediction answers when it is chosen', async () => {
      await bench.open(slug);
      const prediction = page.locator('[data-stage-section="observe"], #observe').getByRole('group').first();
      await expect(prediction).toBeVisible();
      const option = page.locator('#observe details').first();
      await option.locator('summary').click();
      await expect(option.locator(':scope > :not(summary)').first()).toBeVisible();
    });

    await test.step('run draws the curve', async () => {
      await bench.expectAfter('Run', /^Ran [\d,]+ \w+s? to the end\.$/);
      await expect(bench.root.getByRole('img', { name: /memory|bytes|units|use/i }).first()).toBeVisible();
    });

    await test.step('a diagnosis that finds the culprit is told so', async () => {
      await bench.type('diagnose.py', diagnosis(sandboxId));
      await bench.expectAfter('Diagnose', /^That is it: your diagnosis names the culprit\.$/);
      await expect(bench.output).toContainText('more');
    });

    await test.step('the starting program is judged growing, with line, type and holder', async () => {
      await bench.expectAfter('Check', /^Growing: /);
      const results = bench.root;
      await expect(results).toContainText(sandbox.culprit.source);
      await expect(results).toContainText(sandbox.culprit.type);
      await expect(results).toContainText(sandbox.culprit.root);
    });

    await test.step('a fix is judged bounded, with its detection limit', async () => {
      for (const [name, text] of overlayFiles(sandboxId, `fixes/${fix.id}`)) await bench.type(name, text);
      await bench.expectAfter('Check', /^Bounded: no growth above [\d.]+ B per \w+ over [\d,]+ \w+\.$/);
    });

    await test.step('compare shows the references, and trying a decoy leaves the files alone', async () => {
      await bench.press('Compare');
      await bench.root.getByRole('button', { name: decoy.title }).click();
      await bench.root.getByRole('button', { name: 'Try it' }).click();
      await expect(bench.said).toHaveText(new RegExp(`^${decoy.verdict.replace('-', '[ -]')}`, 'i'), SETTLED);
      await bench.press('Compare');
      for (const [name, text] of overlayFiles(sandboxId, `fixes/${fix.id}`)) {
        await bench.tab(name).click();
        await expect(bench.textbox).toHaveValue(text);
      }
    });

    await test.step('a reload keeps what was typed and reached', async () => {
      await page.reload();
      for (const stage of ['observe', 'diagnose', 'fix', 'prove', 'compare']) {
        await expect(page.locator(`nav[data-rail] [data-stage="${stage}"]`)).toHaveAttribute(
          'data-done',
          /.*/,
        );
      }
      for (const [name] of overlayFiles(sandboxId, `fixes/${fix.id}`)) {
        await expect(bench.tab(name)).toHaveAccessibleName(/changed/);
      }
      await expect(bench.tab('diagnose.py')).toHaveAccessibleName(/changed/);
    });

    await test.step('reset brings the start back, and undo the learner’s text', async () => {
      const [[name, text] = ['', '']] = overlayFiles(sandboxId, `fixes/${fix.id}`);
      await bench.tab(name).click();
      await bench.root.getByText('Reset', { exact: true }).click();
      await bench.root.getByRole('button', { name: 'Reset all files' }).click();
      await expect(bench.tab(name)).not.toHaveAccessibleName(/changed/);
      await bench.root.getByRole('button', { name: 'Undo' }).click();
      await expect(bench.tab(name)).toHaveAccessibleName(/changed/);
      expect(sandboxFile(sandboxId, name)).not.toBe(text);
    });
  });
}
