/** Nouns that are counted: units of load, which are single plain words by contract, and things of the site. */
export const words = {
  one: (noun: string): string => noun,
  /** `request` -> `requests`. */
  many(noun: string): string {
    if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
    return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
  },
  per: (noun: string): string => `per ${noun}`,
};
