import type { Page } from '@playwright/test';
import { expect } from './site.ts';

/** A telephone, and a window of 1440 by 900 pixels at a zoom of 200 %. */
const NARROW = [
  { width: 390, height: 844 },
  { width: 720, height: 450 },
];

/** Nothing of the page as it is now lies beside a narrow window. */
export async function expectNoScrollSideways(page: Page): Promise<void> {
  for (const size of NARROW) {
    await page.setViewportSize(size);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), `at ${size.width} pixels`)
      .toBe(size.width);
  }
}
