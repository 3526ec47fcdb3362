import { join } from 'node:path';
import type { Language } from '../../src/words/languages.ts';
import { ROOT } from './stage.ts';

/** The alias by which a build takes the words of one language, so that a page carries those of no other. */
export function wordsIn(language: Language['code']): { find: RegExp; replacement: string } {
  return { find: /^#words\/(.*)$/, replacement: `${join(ROOT, 'src', 'words', language)}/$1.ts` };
}
