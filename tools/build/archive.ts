import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** A zip of the files under `folder` that end in `ending`, below `prefix`. Stored: servers compress better. */
export async function archive(folder: string, prefix: string, ending: string): Promise<Uint8Array> {
  // The earliest that a zip can say, in the zone that it is written in: equal files make equal archives.
  return zipSync(await filesIn(folder, prefix, ending), { level: 0, mtime: new Date(1980, 0, 1) });
}

/** The files under `folder` that end in `ending`, by their path below `prefix`, in one order everywhere. */
export async function filesIn(folder: string, prefix: string, ending: string): Promise<Zippable> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = found
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort();
  const files: Zippable = {};
  for (const name of names)
    files[`${prefix}/${name.replaceAll('\\', '/')}`] = await readFile(join(folder, name));
  return files;
}
