import { expectNoViolations } from './axe.ts';
import { Bench } from './bench.ts';
import { FIXTURE_LESSON } from './course.ts';
import { expect, test } from './fixture-site.ts';

test.use({ visitor: 'returning' });

test('editor, verdict and comparison have no violation that axe can find', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await bench.root.getByRole('region', { name: /Press Enter to edit/ }).press('Enter');
  await expect(bench.root.getByRole('button', { name: 'Plain editor' })).toBeVisible();
  await bench.expectAfter('Check', /^Growing: /);
  await expectNoViolations(page);
  await bench.press('Compare');
  await expect(bench.root.getByRole('heading', { name: /Compare|Fixes/ }).first()).toBeVisible();
  await expectNoViolations(page);
});
