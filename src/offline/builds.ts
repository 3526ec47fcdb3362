/** Whether a page can do with the files of a build: each that it names is among them. */
export function belongsTo(names: ReadonlySet<string>, html: string): boolean {
  return [...html.matchAll(/\/_astro\/([\w.-]+)/g)].every(([, name = '']) => names.has(name));
}

/** What a file is called in every build: `monaco.Cy2yK2tz.js` is `monaco.js`. */
export function stemOf(name: string): string {
  return name.replace(/[.-][\w-]{8}(?=\.\w+$)/, '');
}
