import type { ConsoleMessage, Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { Bench, SETTLED } from './bench.ts';
import { FIXTURE_LESSON } from './course.ts';
import { expect, test } from './fixture-site.ts';

/** The full editor on `desk.py`, with the caret at the end of an empty last line. */
async function openDesk(page: Page): Promise<Bench> {
  const bench = new Bench(page);
  await bench.open(FIXTURE_LESSON);
  await bench.tab('desk.py').click();
  await bench.root.getByRole('region', { name: /^desk\.py\./ }).press('Enter');
  await expect(bench.textbox).toBeFocused();
  await page.keyboard.press('Control+End');
  return bench;
}

const lines = (page: Page) => page.locator('.monaco-editor .view-lines');

test('the editor completes from the program, tells what a name is, marks what Ruff finds, and formats', async ({
  page,
}) => {
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message: ConsoleMessage) => {
    // Playwright warns of the service worker that its configuration forbids.
    const ofPage = !message.text().endsWith('blocked by Playwright');
    if (ofPage && ['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('request', (request) => asked.push(request.url()));
  const bench = await openDesk(page);

  await test.step('Ruff comes when nobody waits, and jedi not before it is asked', async () => {
    const link = bench.root.getByRole('link', { name: 'Ruff finds nothing' });
    await expect(link).toHaveAttribute('href', '/leaklab/linter/');
    expect(asked.filter((url) => /ruff_wasm.*\.wasm/.test(url))).toHaveLength(1);
    expect(asked.filter((url) => url.includes('language-'))).toEqual([]);
  });

  await test.step('a full stop offers the members of the program’s own object', async () => {
    await page.keyboard.type('LEDGER.');
    await expect(page.getByRole('option', { name: /^enter,/ })).toBeVisible(SETTLED);
    await expect(page.getByRole('option', { name: /^returned,/ })).toBeVisible();
    await expectNoViolations(page);
    await page.keyboard.type('ent');
    await page.keyboard.press('Enter');
    await expect(lines(page)).toContainText('LEDGER.enter');
  });

  await test.step('its name says what it is, and its call what it takes', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    await expect(page.getByRole('tooltip')).toContainText('def enter(reader: str, title: str) -> int');
    await page.keyboard.press('Escape');
    await page.keyboard.type('(');
    await expect(page.locator('.parameter-hints-widget')).toContainText('reader: str');
    await page.keyboard.press('Escape');
    await page.keyboard.press('End');
  });

  await test.step('a finding is counted, and F8 says what it is', async () => {
    await expect(bench.root.getByRole('link', { name: 'Ruff finds nothing' })).toBeVisible();
    await page.keyboard.press('Enter');
    // At once: Ruff looks at half a line too, if the typing rests there.
    await page.keyboard.insertText('def keep( kept=[] ): pass');
    await expect(bench.root.getByRole('link', { name: '1 finding of Ruff' })).toBeVisible();
    await page.keyboard.press('F8');
    await expect(page.locator('.marker-widget')).toContainText('Do not use mutable data structures');
    await expect(page.locator('.marker-widget')).toContainText('B006');
    await page.keyboard.press('Escape');
  });

  await test.step('it formats by key and by button, and Undo takes that back', async () => {
    await page.keyboard.press('Shift+Alt+F');
    await expect(lines(page)).toContainText('def keep(kept=[]):');
    await page.keyboard.press('Control+z');
    await expect(lines(page)).toContainText('def keep( kept=[] ): pass');
    await bench.root.getByRole('button', { name: 'Format' }).click();
    await expect(lines(page)).toContainText('def keep(kept=[]):');
  });

  expect(complaints).toEqual([]);
});

test('where neither jedi nor Ruff comes, the editor goes on without and says so', async ({ page }) => {
  await page.route(/language-.*\.zip|ruff_wasm.*\.wasm/, (route) => route.fulfill({ status: 404 }));
  const bench = await openDesk(page);
  await page.keyboard.type('LEDGER.');
  await expect(
    bench.root.getByText('Completion and Ruff did not load. The editor works without.'),
  ).toBeVisible(SETTLED);
  await page.keyboard.type('enter');
  await expect(lines(page)).toContainText('LEDGER.enter');
});

test('what a check found to grow stands at its lines until they are changed', async ({ page }) => {
  const bench = new Bench(page);
  await page.goto('sandboxes/library-loans/');
  await bench.press('Check');
  await expect(bench.said).toHaveText(/^Growing: /, SETTLED);
  await bench.tab('ledger.py').click();
  await bench.root.getByRole('region', { name: /^ledger\.py\./ }).press('Enter');
  await expect(bench.textbox).toBeFocused();
  const notes = bench.root.getByRole('list', { name: 'What grows in ledger.py' }).getByRole('listitem');
  const told = await notes.allTextContents();
  expect(told).toContainEqual(expect.stringMatching(/^Line 25: .* B a loan$/));
  // The line that appends is the last one but three; what is out of view is not drawn.
  await page.keyboard.press('Control+End');
  await expect(page.locator('.leaklab-note-figure')).toContainText([
    /B\sa\sloan/,
    /B\sa\sloan/,
    /B\sa\sloan/,
  ]);
  for (let up = 0; up < 4; up += 1) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.type('  # changed');
  await expect(notes).toHaveText(told.filter((note) => !note.startsWith('Line 25:')));
});
