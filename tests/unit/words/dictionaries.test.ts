import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/words/languages.ts';
import { ROOT } from '../../../tools/build/stage.ts';

/** Words by dictionary and path, such as `controls.reset.title`; what a function says is its text. */
async function wordsOf(code: string): Promise<Map<string, string>> {
  const folder = join(ROOT, 'src', 'words', code);
  const found = new Map<string, string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    const { words } = (await import(join(folder, file))) as { words?: unknown };
    if (words) gather(file.replace(/\.ts$/, ''), words);
  }
  return found;

  function gather(path: string, word: unknown): void {
    if (typeof word === 'object' && word !== null)
      for (const [key, inner] of Object.entries(word)) gather(`${path}.${key}`, inner);
    else found.set(path, typeof word === 'function' ? String(word) : (word as string));
  }
}

const english = await wordsOf('en');

/** What both languages call so. */
/** What both languages call so. */
const SAME = new Set([
  'Budget',
  'Code',
  'Diagnose',
  'In',
  'Name',
  'Sandbox',
  'Sandboxes',
  'Seed',
  'Symptom',
  'Traceback',
  'Alt ↑, Alt ↓',
  'run(i)',
  '(name) => `in ${name}`',
]);

describe.each(languages.filter(({ code }) => code !== 'en'))('the words in $name', async ({ code }) => {
  const words = await wordsOf(code);

  it('are the same keys', () => {
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('are translated', () => {
    const equal = [...words].filter(
      ([key, word]) => word === english.get(key) && /\p{L}{2}/u.test(word) && !SAME.has(word),
    );
    expect(equal).toEqual([]);
  });
});
