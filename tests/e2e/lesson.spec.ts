import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { Bench, SETTLED } from './bench.ts';
import {
  LESSONS,
  LESSON_OF_FRAMEWORK,
  culpritOf,
  decoyFiles,
  first,
  fixFiles,
  sandboxText,
  solvedDiagnosis,
  soonestDecoy,
  type Lesson,
} from './course.ts';
import { growingCurve, ranCurve } from './curve-name.ts';
import { expect, test } from './site.ts';

/** The page as it is, in the width of a desk and of a phone. */
async function expectAccessible(page: Page): Promise<void> {
  const wide = page.viewportSize();
  await expectNoViolations(page);
  await page.setViewportSize({ width: 390, height: 900 });
  await expectNoViolations(page);
  if (wide) await page.setViewportSize(wide);
}

const judged = ({ verdict }: { verdict: string }) => new RegExp(`^${verdict.replace('-', '[ -]')}`, 'i');
const walked = new Set(LESSON_OF_FRAMEWORK.values());
const isBounded = ({ sandbox }: Lesson) => sandbox.verdict === 'bounded';

test.describe('each lesson that is not walked', () => {
  test.use({ visitor: 'returning' });

  for (const [index, lesson] of LESSONS.entries()) {
    if (walked.has(lesson) || isBounded(lesson)) continue;
    const colorScheme = index % 2 === 0 ? 'light' : 'dark';

    test(`${lesson.slug} comes alive, a decoy is judged, and axe finds nothing (${colorScheme})`, async ({
      page,
    }) => {
      const bench = new Bench(page);
      await page.emulateMedia({ colorScheme });
      await bench.open(lesson);
      await expect(bench.root.getByText('Python is ready')).toBeVisible(SETTLED);
      for (const [name, text] of decoyFiles(lesson)) await bench.type(name, text);
      await bench.press('Check');
      await expect(bench.said).toHaveText(judged(soonestDecoy(lesson)), SETTLED);
      await expectAccessible(page);
    });
  }
});

for (const lesson of LESSONS.filter(isBounded)) {
  test(`a lesson with nothing to fix leads from claim to proof (${lesson.slug})`, async ({ page }) => {
    test.setTimeout(1_800_000);
    const bench = new Bench(page);
    const decoy = soonestDecoy(lesson);
    const stage = (name: string) => page.locator(`nav[data-rail] [data-stage="${name}"]`);

    await test.step('a check before anything is claimed proves nothing of the learner’s', async () => {
      await bench.open(lesson);
      await bench.expectAfter('Check', /^Bounded: /);
      await expect(bench.root.getByRole('button', { name: 'Open diagnose.py' })).toBeVisible();
      await expect(stage('observe')).toHaveAttribute('data-done', /.*/);
      await expect(stage('prove')).not.toHaveAttribute('data-done', /.*/);
    });

    await test.step('run draws the curve', async () => {
      await bench.expectAfter('Run', /^Ran [\d,]+ \w+s? to the end\.$/);
      await expect(bench.root.getByRole('img', { name: ranCurve(lesson.sandbox) })).toBeVisible();
    });

    await test.step('a claim that is not made yet is asked for, and one that holds is told so', async () => {
      await bench.expectAfter('Diagnose', /^Your diagnosis ran\./);
      await bench.type('diagnose.py', solvedDiagnosis(lesson));
      await bench.expectAfter(
        'Diagnose',
        /^That is it: your (claim holds so far|diagnosis names the culprit)\.$/,
      );
      await expectAccessible(page);
    });

    await test.step('the same check is now the proof', async () => {
      await bench.root.getByRole('button', { name: 'Check it' }).click();
      await bench.expectSaid(/^Bounded: /);
      for (const name of ['diagnose', 'fix', 'prove'])
        await expect(stage(name)).toHaveAttribute('data-done', /.*/);
      await expectAccessible(page);
    });

    await test.step('what people change in it is judged as declared', async () => {
      await bench.press('Compare');
      await expect(bench.root.getByRole('heading', { name: /^Nothing to fix/ })).toBeVisible();
      await bench.root.getByRole('button', { name: decoy.title }).click();
      await bench.root.getByRole('button', { name: 'Try it' }).click();
      await expect(bench.said).toHaveText(judged(decoy), SETTLED);
    });
  });
}

for (const [framework, lesson] of LESSON_OF_FRAMEWORK) {
  test(`a lesson on ${framework} leads from symptom to proof (${lesson.slug})`, async ({ page }) => {
    test.setTimeout(1_800_000);
    const { sandbox } = lesson;
    const bench = new Bench(page);
    const fixed = fixFiles(lesson);
    const decoy = soonestDecoy(lesson);

    await test.step('a prediction answers when it is chosen', async () => {
      await bench.open(lesson);
      const prediction = page.locator('#observe').getByRole('group').first();
      await prediction.getByRole('radio').first().check();
      await expect(prediction.getByText(/^(Yes|Not this one)\.$/).first()).toBeVisible();
    });

    await test.step('run draws the curve', async () => {
      await bench.expectAfter('Run', /^Ran [\d,]+ \w+s? to the end\.$/);
      await expect(bench.root.getByRole('img', { name: ranCurve(sandbox) })).toBeVisible();
    });

    await test.step('a diagnosis that finds the culprit is told so', async () => {
      await bench.type('diagnose.py', solvedDiagnosis(lesson));
      await bench.expectAfter('Diagnose', /^That is it: your diagnosis names the culprit\.$/);
      await expect(bench.output).toContainText(/\w/);
    });

    await test.step('the starting program is judged growing, with line, type and holder', async () => {
      await bench.expectAfter('Check', /^Growing: /);
      const slope = /^Growing: ([\d.,]+ k?B)/.exec((await bench.said.textContent()) ?? '')?.[1] ?? '';
      await expect(bench.root.getByRole('img', { name: growingCurve(sandbox, slope) })).toBeVisible();
      const { source, type, root } = culpritOf(lesson);
      for (const named of [source, type, root]) await expect(bench.root).toContainText(named);
      await expectAccessible(page);
    });

    await test.step('a fix is judged bounded, with its detection limit', async () => {
      for (const [name, text] of fixed) await bench.type(name, text);
      await bench.expectAfter(
        'Check',
        /^Bounded: no growth above [\d.]+ B per \w+ over [\d,]+ \w+, [\d.]+ kB kept\.$/,
      );
    });

    await test.step('compare shows the references, and trying a decoy leaves the files alone', async () => {
      await bench.press('Compare');
      await bench.root.getByRole('button', { name: decoy.title }).click();
      await bench.root.getByRole('button', { name: 'Try it' }).click();
      await expect(bench.said).toHaveText(judged(decoy), SETTLED);
      await bench.press('Compare');
      for (const [name, text] of fixed) await expect(await bench.edit(name)).toHaveValue(text);
    });

    await test.step('a reload keeps what was typed and reached', async () => {
      await page.reload();
      for (const stage of ['observe', 'diagnose', 'fix', 'prove', 'compare']) {
        await expect(page.locator(`nav[data-rail] [data-stage="${stage}"]`)).toHaveAttribute(
          'data-done',
          /.*/,
        );
      }
      await expect(bench.tab('diagnose.py')).toHaveAccessibleName(/changed/);
      for (const [name, text] of fixed) await expect(await bench.edit(name)).toHaveValue(text);
    });

    await test.step('reset brings the start back, and undo the learner’s text', async () => {
      const [name, text] = first(fixed);
      const editor = await bench.edit(name);
      await bench.root.getByText('Reset', { exact: true }).click();
      await bench.root.getByRole('button', { name: 'Reset all files' }).click();
      await expect(editor).toHaveValue(sandboxText(lesson, name));
      await expect(bench.tab(name)).not.toHaveAccessibleName(/changed/);
      await bench.root.getByRole('button', { name: 'Undo' }).click();
      await expect(editor).toHaveValue(text);
      await expect(bench.tab(name)).toHaveAccessibleName(/changed/);
    });
  });
}
