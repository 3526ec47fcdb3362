import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Listing } from '../../src/offline/listing.ts';
import { languages } from '../../src/words/languages.ts';
import { bundle } from './bundle.ts';
import { ROOT } from './stage.ts';

/** Where the files are whose names change with their content. */
const FILES = '_astro/';
/** Python’s files have a list of their own; a picture is for whoever shows a link, and the search is made for a network. */
const APART = /^(runtime|social|pagefind)\//;
/** Where the sites of other languages are, each with a list of its own. */
const ELSEWHERE = languages.map(({ folder }) => folder).filter((folder) => folder !== '');
const LISTING = 'offline.json';
const WORKER = 'service-worker.js';

/**
 * Writes into a built site what lets it work offline: `offline.json`, completed by the lessons’ stacks that lie there, and
 * the service worker, which has its list of files in it, so that it is another one in another build.
 */
export async function writeOffline(folder: string): Promise<void> {
  const { lessons } = JSON.parse(await readFile(join(folder, LISTING), 'utf8')) as Pick<Listing, 'lessons'>;
  const files: Listing['files'] = [];
  const pages: Listing['pages'] = {};
  const build = createHash('sha256');
  for (const name of await namesIn(folder)) {
    if (APART.test(name) || ELSEWHERE.some((one) => name.startsWith(one))) continue;
    if (name === WORKER || name === LISTING) continue;
    const content = await readFile(join(folder, name));
    const digest = createHash('sha256').update(content).digest('base64');
    build.update(`${name}\0${digest}\0`);
    if (name.startsWith(FILES)) {
      const file = name.slice(FILES.length);
      files.push({ name: file, bytes: content.byteLength, integrity: `sha256-${digest}` });
    } else pages[name.replace(/(^|\/)index\.html$/, '$1')] = content.byteLength;
  }
  const listing: Listing = { build: build.digest('hex').slice(0, 16), files, pages, lessons };
  const worker = await bundle(join(ROOT, 'src', 'offline', 'service-worker.ts'));
  await writeFile(join(folder, LISTING), JSON.stringify(listing));
  const own = JSON.stringify({ build: listing.build, files });
  await writeFile(join(folder, WORKER), `self.BUILD=${own};\n${worker}`);
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return found.map((path) => path.slice(folder.length + 1).replaceAll(sep, '/')).sort();
}
