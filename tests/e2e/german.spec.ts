import { GERMAN } from '../../tools/build/setup.ts';
import { expectNoViolations } from './axe.ts';
import { SETTLED } from './bench.ts';
import { LESSONS, first, sandboxText } from './course.ts';
import { expectNoScrollSideways } from './narrow.ts';
import { expect, test } from './site.ts';

/** The one that is translated, and one that is not. */
const lesson = first(LESSONS.filter(({ sandboxId }) => sandboxId === 'flask-request-history'));
const other = first(LESSONS);
const DE = GERMAN.folder ?? '';

for (const path of ['', `lessons/${other.slug}/`, 'sandboxes/own/'])
  test(`${DE}${path} has no violation that axe can find, and fits a telephone`, async ({ page }) => {
    await page.goto(DE + path);
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoViolations(page);
    }
    await expectNoScrollSideways(page);
  });

test('a page leads to itself in the other language, and says what is not translated', async ({ page }) => {
  await page.goto(`lessons/${other.slug}/`);
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Deutsch' }).click();
  await expect(page).toHaveURL(new RegExp(`/de/lessons/${other.slug}/$`));
  await expect(page.getByText('Diese Lektion gibt es bisher nur auf Englisch.')).toBeVisible();
  await expect(page.getByRole('heading', { name: other.title, level: 1 })).toBeVisible();
  await expect(page.locator('[lang=en]').filter({ hasText: other.title }).first()).toBeVisible();
  await page.getByRole('navigation', { name: 'Website' }).getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(new RegExp(`[^e]/lessons/${other.slug}/$`));
});

test('the search of the German site finds the German lesson', async ({ page }) => {
  await page.goto(`${DE}search/?q=Anfragenverlauf`);
  await expect(page.getByRole('link', { name: 'Der Anfragenverlauf' }).first()).toHaveAttribute(
    'href',
    new RegExp(`/de/lessons/${lesson.slug}/`),
  );
});

test('a lesson is judged in German: what grows, what breaks a promise, and how it is counted', async ({
  page,
}) => {
  await page.goto(`${DE}lessons/${lesson.slug}/`);
  const bench = page.getByRole('region', { name: 'Werkbank' });
  const check = bench.getByRole('button', { name: 'Prüfen' });
  const said = bench.locator('> [role=status]');
  await expect(check).toHaveAttribute('aria-disabled', 'false');

  await check.click();
  await expect(said).toHaveText(
    /^Wachsend: 1,1 kB und 2,0 Objekte pro Anfrage\. Bei 20 Anfragen pro Sekunde/,
    SETTLED,
  );
  await expect(page.getByText(/nach \d\.\d{3} Anfragen|\d\.\d{3} Anfragen/).first()).toBeVisible();
  await expectNoViolations(page);

  const file = 'history.py';
  await bench.getByRole('tab', { name: file }).click();
  const plain = bench.getByRole('button', { name: 'Einfacher Editor' });
  const listing = bench.getByRole('region', { name: new RegExp(`^${file}\\.`) });
  await expect(listing.or(plain).first()).toBeVisible();
  if (await listing.isVisible()) await listing.press('Enter');
  await plain.click();
  await bench
    .getByRole('textbox', { name: file, exact: true })
    .fill(sandboxText(lesson, file, 'decoys/weak-references'));
  await check.click();
  await expect(said).toHaveText(
    /^Zusage verletzt: Die Debug-Seite muss jederzeit die letzten 20 Anfragen zeigen; nach 2 zeigt sie 0\./,
    SETTLED,
  );
});
