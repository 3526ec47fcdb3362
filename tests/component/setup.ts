import axe from 'axe-core';
import { afterEach, beforeEach, expect } from 'vitest';
import '../../src/styles/base.css';
import '../../src/styles/fonts.css';
import '../../src/styles/tokens.css';

/** What only a whole page can have. */
const OF_A_PAGE = ['region', 'landmark-one-main', 'page-has-heading-one'];
const rules = Object.fromEntries(OF_A_PAGE.map((rule) => [rule, { enabled: false }]));

beforeEach(() => localStorage.clear());

/** Whatever state a test leaves behind. */
afterEach(expectNoViolations);

/** In what is shown now axe finds nothing; nor in its colours when it is dark. */
export async function expectNoViolations(): Promise<void> {
  expect(await found({ rules }), 'what axe finds').toEqual([]);
  document.documentElement.dataset.theme = 'dark';
  expect(await found({ runOnly: ['color-contrast'] }), 'what axe finds in the dark theme').toEqual([]);
  delete document.documentElement.dataset.theme;
}

async function found(options: axe.RunOptions): Promise<[rule: string, elements: string[]][]> {
  const { violations } = await axe.run(document.body, { ...options, resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
