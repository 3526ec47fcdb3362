import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../tools/build/stage.ts';

const FOLDER = join(ROOT, 'src', 'runtime');

/** What a script imports, and what that imports; types are gone by then. */
function reached(file: string, found = new Set<string>()): ReadonlySet<string> {
  const source = readFileSync(join(FOLDER, file), 'utf8');
  for (const [, wanted = ''] of source.matchAll(/^(?:import|export)(?! type)\b[^;]*? from '([^']+)';/gm)) {
    const isNew = !found.has(wanted);
    found.add(wanted);
    if (isNew && wanted.startsWith('./')) reached(wanted, found);
  }
  return found;
}

test.each(['worker.ts', 'frame.ts'])('%s is one for all languages: it has no words of any', (entry) => {
  const modules = [...reached(entry)];
  expect(modules).toContain('./extensions.ts');
  expect(modules.filter((name) => name.startsWith('#words/'))).toEqual([]);
});
