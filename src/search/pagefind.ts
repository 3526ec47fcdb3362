import { hitOf, type Fragment, type Search } from './hits.ts';

/** The best that are shown; each costs a request of some kilobytes. */
const SHOWN = 12;

type Pagefind = {
  options: (options: { noWorker: boolean; excerptLength: number }) => Promise<void>;
  init: () => Promise<void>;
  search: (query: string) => Promise<{ results: { data: () => Promise<Fragment> }[] }>;
};

/**
 * The search over the index that the build wrote to `pagefind/`, below `base`. Nothing is loaded before the first search. One that
 * fails rejects, and the next begins anew.
 */
export function pagefindSearch(base: string): Search {
  let loading: Promise<Pagefind> | null = null;
  let attempt = 0;
  const load = async (): Promise<Pagefind> => {
    attempt += 1;
    // A browser may remember that a module failed to load: another address is asked for anew.
    const url = new URL(`${base}pagefind/pagefind.js${attempt > 1 ? `?${attempt}` : ''}`, location.href).href;
    const pagefind = (await import(/* @vite-ignore */ url)) as Pagefind;
    // The page's policy allows no worker of its own origin.
    await pagefind.options({ noWorker: true, excerptLength: 24 });
    await pagefind.init();
    return pagefind;
  };
  return async (query) => {
    try {
      loading ??= load();
      const { results } = await (await loading).search(query);
      const fragments = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
      return { hits: fragments.map(hitOf), total: results.length };
    } catch (error) {
      loading = null;
      throw error;
    }
  };
}
