import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './site.ts';

/**
 * Looks at the whole page as it is now, or at what `within` selects; and at its colours in the other theme. Not at frames: that of
 * Python shows nothing.
 */
export async function expectNoViolations(page: Page, within?: string): Promise<void> {
  await expectNone(page, () => {
    // To put frames together takes a page of its own, and most of the time.
    const builder = new AxeBuilder({ page }).setLegacyMode();
    return within === undefined ? builder : builder.include(within);
  });
}

/** The same of a page whose frames show something. */
export async function expectNoViolationsInFrames(page: Page): Promise<void> {
  await expectNone(page, () => new AxeBuilder({ page }));
}

async function expectNone(page: Page, builder: () => AxeBuilder): Promise<void> {
  // Nobody reads what passed, and it takes long to describe.
  const axe = () => builder().options({ resultTypes: ['violations'] });
  const { violations } = await axe().analyze();
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await page.emulateMedia({ colorScheme: dark ? 'light' : 'dark' });
  const other = await axe().withRules('color-contrast').analyze();
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  const found = [...violations, ...other.violations];
  expect(found.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}
