/** The spaces that a line after these begins with. */
export function indentAfter(source: string): string {
  const last = source.split('\n').at(-1) ?? '';
  const own = /^[ \t]*/.exec(last)?.[0] ?? '';
  return /:\s*(#.*)?$/.test(last) ? `${own}    ` : own;
}

/** What all of them begin with. */
export function sharedPrefix(words: readonly string[]): string {
  const [first = '', ...others] = words;
  let length = first.length;
  for (const word of others) while (!word.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

/** The text with `word` in place of the `prefix` before the caret, and where the caret is then. */
export function replacePrefix(
  source: string,
  caret: number,
  prefix: string,
  word: string,
): [text: string, caret: number] {
  const before = source.slice(0, caret - prefix.length);
  return [before + word + source.slice(caret), before.length + word.length];
}

/** Whether an arrow would leave the text: up from its first line, down from its last. */
export function atEdge(source: string, caret: number, key: 'ArrowUp' | 'ArrowDown'): boolean {
  return !(key === 'ArrowUp' ? source.slice(0, caret) : source.slice(caret)).includes('\n');
}
