import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';

/** As `src/pages/search/records.json.ts` writes them. */
type Found = { url: string; kind: string; title: string; text: string };

/** What Pagefind brings besides the search itself: interfaces, and marks on the page that was found. */
const UNUSED = /^pagefind-(?!entry\.json)|-ui\.|^wasm\.unknown/;

/**
 * Writes the search index of a built site to `pagefind/` in it: the prose of its lessons, without what a learner opens by
 * choice, and the records that the site lists, all in `language`. Throws when anything could not be taken in.
 */
export async function writeSearchIndex(folder: string, language: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({
    forceLanguage: language,
    excludeSelectors: ['details', 'figure', '.stage'],
  });
  if (index === undefined) throw failure(errors);
  try {
    const lessons = await index.addDirectory({ path: folder, glob: 'lessons/*/index.html' });
    if (lessons.errors.length > 0) throw failure(lessons.errors);
    const records = JSON.parse(await readFile(join(folder, 'search', 'records.json'), 'utf8')) as Found[];
    for (const { url, kind, title, text } of records) {
      const record = await index.addCustomRecord({
        url,
        content: text,
        language,
        meta: { title, kind },
      });
      if (record.errors.length > 0) throw failure(record.errors);
    }
    const { files, errors: unwritten } = await index.getFiles();
    if (unwritten.length > 0) throw failure(unwritten);
    for (const { path, content } of files.filter((file) => !UNUSED.test(file.path))) {
      const target = join(folder, 'pagefind', path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  } finally {
    await pagefind.close();
  }
}

function failure(errors: readonly string[]): Error {
  return new Error(
    `The search index could not be written: ${errors.join('; ') || 'Pagefind did not start'}.`,
  );
}
