import type { Language } from '../language.ts';

/** That in which all words of this folder are. */
export const language: Language = { code: 'de', name: 'Deutsch', folder: 'de/', locale: 'de-DE' };
