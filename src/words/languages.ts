import { language as german } from './de/language.ts';
import { language as english } from './en/language.ts';
import type { Language } from './language.ts';

export type { Language };

/** The languages of the site, the one at its top first. */
export const languages: readonly Language[] = [english, german];

/** The language called `code`, English if none is named; throws a sentence if there is none of that name. */
export function languageOf(code = 'en'): Language {
  const found = languages.find((language) => language.code === code);
  if (found) return found;
  const known = languages.map(({ code }) => code).join(', ');
  throw new Error(`There is no language "${code}" in src/words/languages.ts; there are ${known}.`);
}
