import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { ROOT } from '../build/stage.ts';

/** It lies in the Python package, whose command `new-sandbox` lays out the same. */
const TEMPLATE = join(ROOT, 'src', 'leaklab', 'template');
const SUFFIX = '.txt';

/** Lays out a new sandbox in `folder`; with `bounded` one that has nothing to fix. */
export async function layOut(folder: string, bounded: boolean): Promise<void> {
  const growing = await filesOf(join(TEMPLATE, 'growing'));
  const files = bounded
    ? [
        ...growing.filter(([path]) => !path.startsWith('fixes')),
        ...(await filesOf(join(TEMPLATE, 'bounded'))),
      ]
    : growing;
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function filesOf(kind: string): Promise<[path: string, text: string][]> {
  const entries = await readdir(kind, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    paths.map(async (path) => [relative(kind, path).slice(0, -SUFFIX.length), await readFile(path, 'utf8')]),
  );
}
