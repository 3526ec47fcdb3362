import { languages, type Language } from '../words/languages.ts';

/** In which language a text of the course is. */
export type Code = Language['code'];

/** The languages that a text may have beside English, in which all are. */
export const TRANSLATIONS: readonly Code[] = languages.flatMap(({ code }) => (code === 'en' ? [] : [code]));

/** The name of the file that has the same in another language: `sandbox.json` to `sandbox.de.json`. */
export function inLanguage(file: string, code: Code): string {
  return file.replace(/(?=\.\w+$)/, `.${code}`);
}
