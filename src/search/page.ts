import { mount } from 'svelte';
import { pagefindSearch } from './pagefind.ts';
import SearchPanel from './SearchPanel.svelte';

/** The page of the search: its query stands in the address, as `?q=`. */
export function searchOnPage(target: HTMLElement, base: string): void {
  const onQuery = (query: string): void => {
    const url = new URL(location.href);
    if (query === '') url.searchParams.delete('q');
    else url.searchParams.set('q', query);
    history.replaceState(history.state, '', url);
  };
  const query = new URLSearchParams(location.search).get('q')?.slice(0, 200) ?? '';
  mount(SearchPanel, { target, props: { search: pagefindSearch(base), base, query, onQuery } });
}
