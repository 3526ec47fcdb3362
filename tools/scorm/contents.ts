import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { stackKey, toolsOf, wheelsOf, type Manifest } from '../../src/runtime/manifest.ts';
import { pathsIn, withRoute, type Taught } from './read-site.ts';
import { relative } from './relative.ts';

/** Pages that a lesson refers to, and that need nothing else of the site. */
const REFERENCE = ['glossary', 'symptoms', 'cheat-sheet', 'linter'];
const TEXT = /\.(html|css|js)$/;

/**
 * What of a built site a package needs, by path: the pages of its lessons and of their sandboxes, what those load, and Python with
 * the packages that they use. Its addresses are relative, and a link to a page that is not in it is none.
 */
export async function contentsOf(
  site: string,
  base: string,
  { kind, id, lessons, sandboxes, stacks, route }: Taught,
): Promise<Map<string, Uint8Array>> {
  const pages = [
    ...lessons.map(({ slug }) => `lessons/${slug}/index.html`),
    ...sandboxes.map((id) => `sandboxes/${id}/index.html`),
    ...REFERENCE.map((page) => `${page}/index.html`),
  ];
  const read = (path: string) => readFile(join(site, path));
  const texts = new Map<string, string>();
  for (const page of pages) {
    const html = relative(page, (await read(page)).toString(), base);
    texts.set(page, withoutFurniture(html, kind).replace(LINK, unlinked(page, pages)));
  }
  if (route !== null)
    for (const { slug } of lessons) {
      const page = `lessons/${slug}/index.html`;
      texts.set(page, withRoute(texts.get(page) ?? '', slug, id, route));
    }
  const files = new Map<string, Uint8Array>([['favicon.svg', await read('favicon.svg')]]);

  // What is built is named by nothing but its name.
  const built = (await pathsIn(join(site, '_astro'))).map((name) => `_astro/${name}`);
  const waiting = [...texts.values()];
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    for (const path of built) {
      if (files.has(path) || texts.has(path) || !text.includes(posix.basename(path))) continue;
      const content = await read(path);
      if (!TEXT.test(path)) {
        files.set(path, content);
        continue;
      }
      texts.set(path, relative(path, content.toString(), base));
      waiting.push(content.toString());
    }
  }
  for (const [path, text] of texts) files.set(path, Buffer.from(text));

  const manifest = JSON.parse((await read('runtime/runtime.json')).toString()) as Manifest;
  const { wasm, stdlib, lock, judge, worker, frame, language } = manifest;
  const runtime = [wasm, stdlib, lock, judge, worker, frame, language].concat(
    stacks.flatMap((stack) => [
      ...wheelsOf(manifest, stack),
      ...toolsOf(manifest, stack),
      ...[manifest.snapshots[stackKey(stack)]].filter((file) => file !== undefined),
    ]),
  );
  const names = new Set(['runtime.json', ...runtime.map(({ name }) => name)]);
  for (const name of names) files.set(`runtime/${name}`, await read(`runtime/${name}`));
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
}

const LINK = /(<a\b[^>]*?)\shref="([^"]*)"/g;

/** Keeps the address of a link where it leads to a page of the package, or out of it. */
function unlinked(page: string, pages: readonly string[]) {
  return (whole: string, tag: string, address: string): string => {
    if (!/^\.\.?\//.test(address)) return whole;
    const path = posix.join(posix.dirname(page), address.replace(/[?#].*$/, ''), 'index.html');
    return pages.includes(path) ? whole : tag;
  };
}

/** Without the site's own head, and the way to lessons before and after where there are none. */
function withoutFurniture(html: string, kind: Taught['kind']): string {
  const own = html.replace(/<header class="site-header[\s\S]*?<\/header>/, '');
  return kind === 'path' ? own : own.replace(/<nav class="onward"[\s\S]*?<\/nav>/, '');
}
