import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Found, Hit, Search } from '../../../src/search/hits.ts';
import { openOnUse } from '../../../src/search/open-on-use.ts';
import SearchDialog from '../../../src/search/SearchDialog.svelte';
import SearchPanel from '../../../src/search/SearchPanel.svelte';

const hit = (kind: string, title: string, text: string): Hit => ({
  kind,
  title,
  url: `#${title}`,
  excerpt: [
    { text, marked: false },
    { text: 'arena', marked: true },
  ],
});
const found: Found = {
  hits: [hit('Word', 'arena', 'An '), hit('Lesson', 'The request history', '<b>An</b> ')],
  total: 30,
};
const finds = (): Search => vi.fn<Search>(() => Promise.resolve(found));

test('what is found is listed as text, counted in words, and gone through with the arrows', async () => {
  const screen = await render(SearchPanel, { search: finds(), base: '/learn/' });
  const field = screen.getByRole('searchbox');
  await expect.element(field).toHaveFocus();
  await field.fill('arena');
  await expect.element(screen.getByRole('status')).toHaveTextContent('The best 2 of 30 results.');
  await expect.element(screen.getByText('<b>An</b> arena')).toBeVisible();

  await userEvent.keyboard('{ArrowDown}');
  await expect.element(screen.getByRole('link', { name: 'Word arena' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.element(screen.getByRole('link', { name: 'Lesson The request history' })).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  await expect.element(field).toHaveFocus();

  await userEvent.keyboard('{Enter}');
  await expect.poll(() => location.hash).toBe('#arena');
});

test('nothing found says so, and where one can begin', async () => {
  const screen = await render(SearchPanel, {
    search: () => Promise.resolve({ hits: [], total: 0 }),
    base: '/learn/',
  });
  await screen.getByRole('searchbox').fill('xyzzy');
  await expect.element(screen.getByRole('status')).toHaveTextContent('Nothing found for “xyzzy”.');
  await expect
    .element(screen.getByRole('link', { name: 'Glossary' }))
    .toHaveAttribute('href', '/learn/glossary/');
});

test('a search that fails says so and can be made again; its query is kept', async () => {
  const search = vi.fn<Search>(() => Promise.resolve(found)).mockRejectedValueOnce(new TypeError('offline'));
  const onQuery = vi.fn();
  const screen = await render(SearchPanel, { search, base: '/', query: 'arena', onQuery });
  await expect.element(screen.getByText(/Are you offline\?/)).toBeVisible();
  await screen.getByRole('button', { name: 'Search again' }).click();
  await expect.element(screen.getByRole('status')).toHaveTextContent('The best 2 of 30 results.');
  expect(search.mock.calls).toEqual([['arena'], ['arena']]);
  expect(onQuery).toHaveBeenLastCalledWith('arena');
});

test('an answer that comes late does not take the place of a newer one', async () => {
  const slow = Promise.withResolvers<Found>();
  const search: Search = (query) =>
    query === 'old' ? slow.promise : Promise.resolve({ ...found, total: 2 });
  const screen = await render(SearchPanel, { search, base: '/' });
  await screen.getByRole('searchbox').fill('old');
  await expect.element(screen.getByRole('status')).toHaveTextContent('Searching …');
  await screen.getByRole('searchbox').fill('new');
  await expect.element(screen.getByRole('status')).toHaveTextContent('2 results.');
  slow.resolve({ hits: [], total: 0 });
  await slow.promise;
  await expect.element(screen.getByRole('status')).toHaveTextContent('2 results.');
});

test('the dialog takes the focus and gives it back, by Escape, its button and a link', async () => {
  const opener = document.createElement('button');
  opener.textContent = 'Open';
  document.body.append(opener);
  const screen = await render(SearchDialog, { search: finds(), base: '/' });
  for (const close of [
    () => userEvent.keyboard('{Escape}'),
    () => screen.getByRole('button', { name: 'Close' }).click(),
    () => screen.getByRole('link', { name: 'Word arena' }).click(),
  ]) {
    opener.focus();
    (screen.component as { open: () => void }).open();
    await expect.element(screen.getByRole('searchbox')).toHaveFocus();
    await screen.getByRole('searchbox').fill('arena');
    await expect.element(screen.getByRole('link', { name: 'Word arena' })).toBeVisible();
    await close();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(document.activeElement).toBe(opener);
  }
  opener.remove();
});

test('the keys of the search open it, but not while somebody types', async () => {
  document.body.insertAdjacentHTML(
    'beforeend',
    '<div id="head"><button data-search="/">Search</button><textarea aria-label="T"></textarea></div>',
  );
  openOnUse(document);
  await page.getByRole('textbox', { name: 'T' }).click();
  await userEvent.keyboard('/{Control>}k{/Control}');
  await expect.element(page.getByRole('textbox', { name: 'T' })).toHaveValue('/');
  expect(document.querySelector('dialog')).toBeNull();
  document.querySelector('textarea')?.blur();
  await userEvent.keyboard('/');
  await expect.element(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  document.querySelector('#head')?.remove();
  document.querySelector('dialog')?.remove();
});
