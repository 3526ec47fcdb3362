import { cp, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withPolicy } from '../../src/layouts/content-policy.ts';
import { writeOffline } from '../../tools/build/offline.ts';

const TEXT = /\.(html|js|css|json)$/;
const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/;

/**
 * Lays out in `target` what the site in `folder` is after a change of all its files: each in `_astro/` has another name, and
 * `heading` stands in the place of every page's own. Python's files are the same.
 */
export async function writeSecondBuild(folder: string, target: string, heading: string): Promise<void> {
  const runtime = join(folder, 'runtime');
  await cp(folder, target, { recursive: true, filter: (path) => path !== runtime });
  await symlink(runtime, join(target, 'runtime'));
  const names = await readdir(join(target, '_astro'));
  const renamed = new Map(
    names.map((name) => [name, name.replace(/.(?=\.\w+$)/, (last) => (last === '0' ? '1' : '0'))]),
  );
  for (const [name, next] of renamed)
    await rename(join(target, '_astro', name), join(target, '_astro', next));
  const anyName = new RegExp([...renamed.keys()].map((name) => name.replaceAll('.', '\\.')).join('|'), 'g');
  for (const path of await readdir(target, { recursive: true })) {
    if (!TEXT.test(path) || path.startsWith('runtime')) continue;
    const file = join(target, path);
    const text = (await readFile(file, 'utf8')).replace(anyName, (name) => renamed.get(name) ?? name);
    await writeFile(file, path.endsWith('.html') ? changedPage(text, heading) : text);
  }
  await writeOffline(target);
}

/** Scripts that stand in the page name others, so that their hashes are new. */
function changedPage(html: string, heading: string): string {
  const [policy = '', content = ''] = POLICY.exec(html) ?? [];
  const frameHashes = content.match(/'sha256-[^']+'/g) ?? [];
  const changed = html.replace(policy, '').replace(/(<h1[^>]*>)[^<]*(<\/h1>)/, `$1${heading}$2`);
  return withPolicy(changed, frameHashes);
}
