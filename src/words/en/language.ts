import type { Language } from '../language.ts';

/** That in which all words of this folder are. */
export const language: Language = { code: 'en', name: 'English', folder: '', locale: 'en-GB' };
