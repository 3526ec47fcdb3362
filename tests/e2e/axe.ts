import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './site.ts';

/** Looks at the whole page as it is now, or at what `within` selects; and at its colours in the other theme. */
export async function expectNoViolations(page: Page, within?: string): Promise<void> {
  const axe = () => {
    const builder = new AxeBuilder({ page });
    return within === undefined ? builder : builder.include(within);
  };
  const { violations } = await axe().analyze();
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await page.emulateMedia({ colorScheme: dark ? 'light' : 'dark' });
  const other = await axe().withRules('color-contrast').analyze();
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  const found = [...violations, ...other.violations];
  expect(found.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}
