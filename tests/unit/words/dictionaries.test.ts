import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/words/languages.ts';

type Dictionary = Record<string, unknown>;
const modules = import.meta.glob<Dictionary>('../../../src/words/*/*.ts', { eager: true });

/** Words by dictionary and path, such as `controls.reset.title`; what a function says is its text. */
function wordsOf(code: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [file, { words }] of Object.entries(modules)) {
    const [, language, name] = /\/words\/(\w+)\/([\w-]+)\.ts$/.exec(file) ?? [];
    if (language === code && words) gather(name ?? '', words);
  }
  return found;

  function gather(path: string, word: unknown): void {
    if (typeof word === 'object' && word !== null)
      for (const [key, inner] of Object.entries(word)) gather(`${path}.${key}`, inner);
    else found.set(path, typeof word === 'function' ? String(word) : (word as string));
  }
}

const english = wordsOf('en');

/** Equal in both: names, signs, and what the field calls so everywhere. */
const SAME = new Set<string>([]);

describe.each(languages.filter(({ code }) => code !== 'en'))('the words in $name', ({ code }) => {
  const words = wordsOf(code);

  it('are the same keys', () => {
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('are translated', () => {
    const equal = [...words].filter(
      ([key, word]) => word === english.get(key) && /\p{L}{2}/u.test(word) && !SAME.has(key),
    );
    expect(equal).toEqual([]);
  });
});
