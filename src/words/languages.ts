/**
 * The languages of the site, the one at its top first. `folder`: where a site lies below that one. `locale`: of dates and
 * numbers.
 */
export const languages = [
  { code: 'en', name: 'English', folder: '', locale: 'en-GB' },
  { code: 'de', name: 'Deutsch', folder: 'de/', locale: 'de-DE' },
] as const;
export type Language = (typeof languages)[number];

/** The language called `code`, English if none is named; throws a sentence if there is none of that name. */
export function languageOf(code = 'en'): Language {
  const found = languages.find((language) => language.code === code);
  if (found) return found;
  const known = languages.map(({ code }) => code).join(', ');
  throw new Error(`There is no language "${code}" in src/words/languages.ts; there are ${known}.`);
}
