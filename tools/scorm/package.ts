import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import type { ScormVersion } from '../../src/scorm/course.ts';
import type { LaunchPage } from './launch-page.ts';
import { manifestOf } from './manifest.ts';
import { pathsIn, type Taught } from './read-site.ts';
import { schemaFolder } from './schemas.ts';

/** The page that the LMS opens. */
const LAUNCH = 'index.html';
const FONT = /^_astro\/atkinson-hyperlegible-next-latin-wght-normal\..*\.woff2$/;
/** Compressed already. */
const PACKED = /\.(whl|zip|bin|woff2|png)$/;

/** The zip that an LMS takes in: `contents` as they are, the launch page, the manifest and its schemas. */
export async function scormPackage(
  version: ScormVersion,
  { kind, id, title, lessons }: Taught,
  contents: ReadonlyMap<string, Uint8Array>,
  launch: LaunchPage,
): Promise<Uint8Array> {
  const font = [...contents.keys()].find((path) => FONT.test(path)) ?? '';
  const page = launch({ kind, id, title, version, lessons }, font);
  const files = new Map([[LAUNCH, Buffer.from(page)], ...contents]);
  const manifest = manifestOf(version, { id, title, launch: LAUNCH, files: [...files.keys()] });
  const zip: Zippable = { 'imsmanifest.xml': Buffer.from(manifest) };
  const folder = schemaFolder(version);
  for (const name of await pathsIn(folder)) zip[name] = await readFile(join(folder, name));
  for (const [path, content] of files) zip[path] = [content, { level: PACKED.test(path) ? 0 : 6 }];
  // The earliest that a zip can say: equal files make equal packages.
  return zipSync(zip, { mtime: new Date(1980, 0, 1) });
}
