import { expectNoViolations } from './axe.ts';
import { Bench } from './bench.ts';
import { FIXTURE_LESSON } from './course.ts';
import { expect, test } from './fixture-site.ts';

test.use({ visitor: 'returning' });

const RATE = FIXTURE_LESSON.sandbox.contract.ratePerSecond;

test('the learner sets container and load, and is told at once when it is full, also after a reload', async ({
  page,
}) => {
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await bench.expectAfter('Check', /^Growing: /);
  const lifetime = bench.root.getByRole('group', { name: 'When a container is full' });
  const rate = lifetime.getByLabel(/ a second$/);
  const limit = lifetime.getByLabel('Container limit in MiB');
  const when = lifetime.getByRole('strong');
  await expect(rate).toHaveValue(String(RATE));
  await expect(limit).toHaveValue('512');
  const judged = await when.textContent();
  await expect(bench.said).toContainText(`a 512 MiB container is full in ${judged}.`);

  await test.step('twice the load in twice the container lasts as long', async () => {
    await rate.fill(String(2 * RATE));
    await expect(when).not.toHaveText(judged ?? '');
    await limit.fill('1,024');
    await expect(when).toHaveText(judged ?? '');
    await expect(bench.said).toHaveText(
      new RegExp(`^At ${2 * RATE} \\w+ a second a 1024 MiB container is full in ${judged}\\.$`),
    );
  });

  await test.step('a value that is none is explained beside it, and stays to be corrected', async () => {
    await limit.fill('half a GiB');
    await expect(limit).toHaveAttribute('aria-invalid', 'true');
    await expect(limit).toHaveAccessibleDescription(/a number of MiB, such as 512; 1 GiB is 1024\./);
    await expect(rate).toHaveValue(String(2 * RATE));
    await expectNoViolations(page, '[data-bench]');
    await limit.fill('256');
    await expect(limit).toHaveAttribute('aria-invalid', 'false');
    await expect(when).not.toHaveText('…');
  });

  await test.step('the figures are there on the next visit, and what is announced is reckoned with them', async () => {
    await page.reload();
    await bench.expectAfter(
      'Check',
      new RegExp(`^Growing: .* At ${2 * RATE} \\w+ a second a 256 MiB container`),
    );
    await expect(limit).toHaveValue('256');
  });

  await test.step('and go back to the judge’s by a press', async () => {
    await lifetime.getByRole('button', { name: /^Back to/ }).click();
    await expect(limit).toHaveValue('512');
    await expect(rate).toHaveValue(String(RATE));
    await expect(bench.said).toHaveText(new RegExp(`^At ${RATE} \\w+ a second a 512 MiB container`));
    await page.reload();
    await bench.expectAfter('Check', /a 512 MiB container/);
  });
});
