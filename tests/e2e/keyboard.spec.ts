import type { Locator, Page } from '@playwright/test';
import { Bench } from './bench.ts';
import { FIXTURE_LESSON, fixFiles, solvedDiagnosis } from './course.ts';
import { expect, test } from './fixture-site.ts';

const ENOUGH = 400;

/** Presses Tab, or Shift+Tab, until the element has the focus. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < ENOUGH; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    // The editor keeps Tab to itself until Escape, as the strip below it says.
    if (await page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null)) {
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press(key);
  }
  throw new Error(`${ENOUGH} presses of ${key} did not reach ${String(wanted)}`);
}

/** Goes to a file's tab by the arrow keys and replaces its text in the full editor. */
async function typeByKeys(page: Page, bench: Bench, name: string, text: string): Promise<void> {
  const selected = bench.root.locator('[role=tab][aria-selected=true]');
  await tabTo(page, selected, 'Shift+Tab');
  for (
    let presses = 0;
    presses < 20 && !(await selected.getAttribute('id'))?.endsWith(`-${name}`);
    presses++
  ) {
    await page.keyboard.press('ArrowRight');
  }
  const listing = bench.root.getByRole('region', { name: new RegExp(`^${name}\\.`) });
  if (await listing.isVisible()) {
    await tabTo(page, listing);
    await page.keyboard.press('Enter');
    await expect(bench.root.getByRole('button', { name: 'Plain editor' })).toBeVisible();
  } else {
    await page.keyboard.press('Tab');
  }
  await expect(bench.textbox.first()).toBeFocused();
  await page.keyboard.press('Control+A');
  // Pasted, as typing would be indented by the editor on the way.
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await page.keyboard.press('Control+V');
  await expect(bench.tab(name)).toHaveAccessibleName(/changed/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(bench.textbox.first()).not.toBeFocused();
}

test('a whole lesson can be done by keyboard alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const bench = new Bench(page);
  await page.goto('./');
  const link = page.getByRole('link', { name: FIXTURE_LESSON.title }).first();
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await expect(bench.button('Run')).toBeVisible();

  const answers = page.locator('#observe').getByRole('radio');
  await tabTo(page, answers.first());
  await page.keyboard.press('Space');
  await expect(answers.first()).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(answers.nth(1)).toBeChecked();

  await tabTo(page, bench.button('Run'));
  await page.keyboard.press('Enter');
  await bench.expectSaid(/^Ran /);

  await typeByKeys(page, bench, 'diagnose.py', solvedDiagnosis(FIXTURE_LESSON));
  await page.keyboard.press('Control+Enter');
  await bench.expectSaid(/^That is it/);

  for (const [name, text] of fixFiles(FIXTURE_LESSON)) await typeByKeys(page, bench, name, text);
  await tabTo(page, bench.button('Check'));
  await page.keyboard.press('Space');
  await bench.expectSaid(/^Bounded: /);

  await tabTo(page, bench.button('Compare'));
  await page.keyboard.press('Enter');
  await tabTo(page, bench.root.getByRole('button', { name: 'Try it' }), 'Shift+Tab');
});
