export const frontMatterPattern = /^---\n[\s\S]*?\n---\n/;

/** The tag of a component: `<Stage name="fix">`, `</Stage>` or `<Sources />`. */
export type Tag = {
  name: string;
  kind: 'opening' | 'closing' | 'empty';
  attributes: Record<string, string>;
  /** From 1. */
  line: number;
};

const tagPattern = /<(\/?)([A-Z][\w.]*)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>/g;
const attributePattern = /([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** The components in the prose of a lesson, in the order of their tags. */
export function tagsOf(text: string): Tag[] {
  const prose = proseOf(text);
  return [...prose.matchAll(tagPattern)].map((match) => {
    const [, slash = '', name = '', attributes = '', empty = ''] = match;
    return {
      name,
      kind: slash !== '' ? 'closing' : empty !== '' ? 'empty' : 'opening',
      attributes: attributesOf(attributes),
      line: lineOf(prose, match.index),
    };
  });
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(attributePattern)].map(([, name = '', double, single, bare]) => [
      name,
      double ?? single ?? bare ?? '',
    ]),
  );
}

export function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** The text with scripts blanked as well: what a reader of the lesson sees, and its tags. */
export function proseOf(text: string): string {
  return withoutCode(text).replace(/<script\b[\s\S]*?(<\/script>|$)/g, blank);
}

/** The text with front matter, code and comments blanked, so that the numbers of lines hold. */
export function withoutCode(text: string): string {
  return text
    .replace(frontMatterPattern, blank)
    .replace(/^( *)(```+|~~~+)[^\n]*\n[\s\S]*?^\1?\s*\2/gm, blank)
    .replace(/(`+)[^`]([\s\S]*?[^`])??\1(?!`)/g, blank)
    .replace(/<!--[\s\S]*?-->/g, blank);
}

function blank(part: string): string {
  return part.replace(/[^\n]/g, ' ');
}
