/** Enough of Python's grammar to set code in ink tones: strings, comments, keywords and the names being defined. */

export type TokenKind = 'text' | 'keyword' | 'string' | 'comment' | 'name';
export type Token = { kind: TokenKind; text: string };

export const KEYWORDS =
  'and as assert async await break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return True try while with yield'.split(
    ' ',
  );

const pattern = new RegExp(
  [
    /(?<string>(?:\b[rRbBfFuUtT]{1,2})?(?:"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?))/,
    /(?<comment>#.*)/,
    /(?<name>(?<=\b(?:def|class)\s+)\w+)/,
    new RegExp(`(?<keyword>\\b(?:${KEYWORDS.join('|')})\\b)`),
  ]
    .map((part) => part.source)
    .join('|'),
  'g',
);

/** The tokens of each line; joined again they are the source, letter for letter. */
export function pythonLines(source: string): Token[][] {
  const lines: Token[][] = [[]];
  const push = (kind: TokenKind, text: string) => {
    text.split('\n').forEach((piece, index) => {
      if (index > 0) lines.push([]);
      if (piece) lines.at(-1)?.push({ kind, text: piece });
    });
  };
  let from = 0;
  for (const match of source.matchAll(pattern)) {
    push('text', source.slice(from, match.index));
    const kinds = Object.entries(match.groups ?? {}) as [TokenKind, string | undefined][];
    push(kinds.find(([, text]) => text !== undefined)?.[0] ?? 'text', match[0]);
    from = match.index + match[0].length;
  }
  push('text', source.slice(from));
  return lines;
}
