import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
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

  it('has every folder of sources, and every room where a folder is told by its rooms', () => {
    const told = entries.filter((entry) => statSync(join(ROOT, entry)).isDirectory()).map(posix.dirname);
    const parents = [...new Set(told)].filter((parent) => parent !== '.');
    const folders = parents.flatMap((parent) =>
      readdirSync(join(ROOT, parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== '__pycache__')
        .map(({ name }) => `${parent}/${name}`),
    );
    const known = (folder: string) =>
      entries.some((entry) => entry === folder || entry.startsWith(`${folder}/`));
    expect(folders.filter((folder) => !known(folder))).toEqual([]);
  });

  it('names in each entry only what stands above it, so that no arrow points up and none lead round', () => {
    const above = (entry: string) => entries.slice(0, entries.indexOf(entry));
    const upward = Object.entries(MAY_IMPORT).flatMap(([entry, granted]) =>
      granted.filter((name) => !above(entry).includes(name)).map((name) => `${entry} -> ${name}`),
    );
    expect(upward).toEqual([]);
  });
});
