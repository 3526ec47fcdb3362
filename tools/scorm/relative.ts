import { posix } from 'node:path';

/** An inline script; blocks of JSON are none. */
const INLINE_SCRIPT = /<script(?![^>]*\s(?:src=|type="application\/json"))[^>]*>([\s\S]*?)<\/script>/g;

/**
 * A file of a site that was built for `base`, such as `/-base-/`, as it must be to lie anywhere: every address that begins with the
 * base becomes relative. In a page and in a style sheet it is so to the file; a script asks where it was loaded from. `path` is that
 * of the file in the site. Throws where the base stands in another way than these, or in an inline script, which a policy knows by
 * its content.
 */
export function relative(path: string, text: string, base: string): string {
  const up = posix.relative(posix.dirname(path), '.');
  const root = up === '' ? './' : `${up}/`;
  const name = base.replaceAll(/\W/g, '\\$&');
  const isScript = path.endsWith('.js');
  if (!isScript && [...text.matchAll(INLINE_SCRIPT)].some(([script]) => script.includes(base)))
    throw new Error(`${path} has the site’s base in an inline script; read it from import.meta.env there.`);
  const changed = isScript
    ? inScript(text, name, root)
    : text.replace(new RegExp(`(?<=["'(=\\s])${name}`, 'g'), root);
  if (changed.includes(base)) {
    const at = changed.indexOf(base);
    throw new Error(
      `${path} has the site’s base in a way that cannot be made relative: ${changed.slice(Math.max(0, at - 40), at + 40)}`,
    );
  }
  return changed;
}

/** A literal that begins with the base becomes an expression; the quotes that end it stay. */
function inScript(text: string, name: string, root: string): string {
  const quoted = new RegExp(`(["'])${name}([^"'\\\\\\n]*)\\1`, 'g');
  return text
    .replaceAll(new RegExp(`\`${name}`, 'g'), `\`\${new URL(\`${root}\`,import.meta.url).pathname}`)
    .replaceAll(
      quoted,
      (_, quote: string, rest: string) =>
        `(new URL(${quote}${root}${quote},import.meta.url).pathname+${quote}${rest}${quote})`,
    );
}
