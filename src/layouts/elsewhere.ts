import { language } from '#words/language';
import { languages, type Language } from '../words/languages.ts';
import { href, topHref } from './href.ts';

const built = new Set(import.meta.env.LANGUAGES.split(' '));

/** A page of the site, by its `pathname`, in the other languages that it was built in. */
export function elsewhere(pathname: string): readonly (Language & { url: string })[] {
  const path = pathname.slice(href().length);
  return languages
    .filter(({ code }) => code !== language.code && built.has(code))
    .map((other) => ({ ...other, url: topHref(`${other.folder}${path}`) }));
}
