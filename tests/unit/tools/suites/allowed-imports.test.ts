import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RuleTester } from 'eslint';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../../tools/build/stage.ts';
import { allowedImports } from '../../../../tools/suites/allowed-imports.js';
import { MAY_IMPORT } from '../../../../tools/suites/import-table.js';

RuleTester.describe = describe;
RuleTester.it = it;

const options = [
  {
    root: '/p',
    grants: {
      'src/low.js': [],
      'src/mid': ['src/low.js'],
      'src/mid/own': ['src/mid'],
      'src/top': ['src/mid'],
    },
    reserved: { heavy: ['src/mid'] },
  },
];
const at = (filename: string, code: string) => ({ filename: `/p/${filename}`, code, options });
const closed = (from: string, to: string) => [{ messageId: 'closed', data: { from, to } }];

new RuleTester().run('allowed-imports', allowedImports, {
  valid: [
    at('src/top/a.js', "import '../mid/b.js'; import './c.js'; import 'anything';"),
    at('src/mid/b.js', "export * from '../low.js'; import('heavy/part');"),
    at('src/mid/own/d.js', "import '../b.js?raw';"),
    at('src/nowhere/e.js', "import 'node:fs';"),
  ],
  invalid: [
    { ...at('src/mid/b.js', "import '../top/a.js';"), errors: closed('src/mid', 'src/top') },
    { ...at('src/mid/b.js', "import('../top/a.js');"), errors: closed('src/mid', 'src/top') },
    { ...at('src/mid/b.js', "export { a } from '../top/a.js';"), errors: closed('src/mid', 'src/top') },
    {
      ...at('src/mid/b.js', "new URL('../top/a.js', import.meta.url);"),
      errors: closed('src/mid', 'src/top'),
    },
    { ...at('src/mid/b.js', "import './own/d.js';"), errors: closed('src/mid', 'src/mid/own') },
    { ...at('src/top/a.js', "import '../low.js';"), errors: closed('src/top', 'src/low.js') },
    { ...at('src/top/a.js', "import '../new/f.js';"), errors: closed('src/top', 'src/new/f.js') },
    { ...at('src/new/f.js', "import '../mid/b.js';"), errors: [{ messageId: 'unknown' }] },
    { ...at('src/top/a.js', "import('heavy');"), errors: closed('src/top', 'heavy') },
  ],
});

describe('the table of imports', () => {
  const entries = Object.keys(MAY_IMPORT);

  it('names what is there', () => {
    const named = [...entries, ...Object.values(MAY_IMPORT).flat()];
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('has every folder of sources', () => {
    const folders = ['src', 'tools'].flatMap((top) =>
      readdirSync(join(ROOT, top), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !['leaklab', '__pycache__'].includes(entry.name))
        .map(({ name }) => `${top}/${name}`),
    );
    const known = (folder: string) =>
      entries.some((entry) => entry === folder || entry.startsWith(`${folder}/`));
    expect(folders.filter((folder) => !known(folder))).toEqual([]);
  });

  it('has no circle', () => {
    const circles: string[] = [];
    const visit = (entry: string, path: readonly string[]): void => {
      if (path.includes(entry)) circles.push([...path.slice(path.indexOf(entry)), entry].join(' -> '));
      else for (const next of MAY_IMPORT[entry] ?? []) visit(next, [...path, entry]);
    };
    for (const entry of entries) visit(entry, []);
    expect([...new Set(circles)]).toEqual([]);
  });
});
