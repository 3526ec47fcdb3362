import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT, fingerprint } from '../../../../tools/build/stage.ts';
import { GROUPS, type Suite } from '../../../../tools/suites/suites.ts';

const suites: Suite[] = Object.values(GROUPS).flat();

it.each(suites)('$name is unaffected only by what is there', ({ unaffectedBy }) => {
  expect(unaffectedBy.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it('has a name of its own for each suite, as what passed is remembered by it', () => {
  expect(new Set(suites.map(({ name }) => name)).size).toBe(suites.length);
});

it('tells apart by their fingerprints what is read and what is left out', () => {
  const all = fingerprint(['tools/suites']);
  expect(fingerprint(['tools/suites'])).toBe(all);
  expect(fingerprint(['tools/suites'], '', ['tools/suites/tally.ts'])).not.toBe(all);
  expect(fingerprint(['tools/suites'], 'another version')).not.toBe(all);
});
