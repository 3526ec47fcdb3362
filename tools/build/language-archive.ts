import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { filesIn } from './archive.ts';
import { ROOT } from './stage.ts';
import { LANGUAGE_WHEELS } from './wheels.ts';

/** Not read here: stubs of packages that no sandbox has, and grammars but jedi's own (3.13) and Pyodide's. */
const UNUSED = [
  /^jedi\/third_party\/(typeshed\/stubs|django-stubs)\//,
  /^parso\/python\/grammar(?!31[34])\d+\.txt$/,
  /\.dist-info\/(?!LICENSE|AUTHORS)/,
];

/** jedi, parso and `src/language` in one zip. Packed: servers leave a `.zip` as it is. */
export async function languageArchive(): Promise<Uint8Array> {
  const files: Zippable = await filesIn(join(ROOT, 'src', 'language'), 'language', '.py');
  for (const wheel of (await readdir(LANGUAGE_WHEELS)).sort()) {
    const filter = ({ name }: { name: string }) => !UNUSED.some((pattern) => pattern.test(name));
    Object.assign(files, unzipSync(await readFile(join(LANGUAGE_WHEELS, wheel)), { filter }));
  }
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
}
