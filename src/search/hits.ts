import { words } from '#words/search';

/** A piece of an excerpt; what was searched for is marked. */
export type Part = { text: string; marked: boolean };

/** One place that was found. `kind` says in a word what it is. */
export type Hit = { kind: string; title: string; url: string; excerpt: Part[] };

export type Found = {
  hits: Hit[];
  /** How many there are in all; only the best are in `hits`. */
  total: number;
};
export type Search = (query: string) => Promise<Found>;

/** What Pagefind tells of a page or record; a lesson has one of `sub_results` for each heading where the words stand. */
export type Fragment = {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: readonly { title: string; url: string; excerpt: string; locations: readonly number[] }[];
};

export function hitOf({ url, excerpt, meta, sub_results: parts }: Fragment): Hit {
  const title = meta.title ?? '';
  const { kind: indexed = 'Page' } = meta;
  const kind = words.kinds[indexed] ?? indexed;
  const best = parts.reduce<Fragment['sub_results'][number] | null>(
    (most, part) => (most === null || part.locations.length > most.locations.length ? part : most),
    null,
  );
  return best === null || best.title === title
    ? { kind, title, url, excerpt: partsOf(excerpt) }
    : { kind, title: `${title}: ${best.title}`, url: best.url, excerpt: partsOf(best.excerpt) };
}

/** Takes Pagefind's excerpt apart, so that it is shown as text and never as markup. */
export function partsOf(excerpt: string): Part[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/)
    .map((piece) => ({
      text: piece
        .replace(/<\/?mark>/g, '')
        .replace(/&(lt|gt|amp);/g, (_all, name: string) => characters[name] ?? ''),
      marked: piece.startsWith('<mark>'),
    }))
    .filter(({ text }) => text !== '');
}

const characters: Record<string, string> = { lt: '<', gt: '>', amp: '&' };
