import { language } from '#words/language';

/** A lesson, or whatever else has a text; where it does not say in which language, it is English. */
type Content = { title: string; language?: string | undefined };

/** The `lang` of an element that holds `content`; none where the page is in the same language. */
export function contentLanguage(content?: Content): string | undefined {
  const code = content?.language ?? 'en';
  return code === language.code ? undefined : code;
}

/** The `lang` of the site's own words within such an element. */
export function wordsLanguage(content?: Content): string | undefined {
  return contentLanguage(content) && language.code;
}
