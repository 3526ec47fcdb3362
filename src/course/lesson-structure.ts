import { words } from '#words/course';
import { inlineComponents } from './lesson-components.ts';
import { tagsOf, type Tag } from './lesson-text.ts';
import type { Problem } from './problem.ts';

/** Attributes that are text, and so differ from one language to the next. */
const TEXTS = ['title', 'question', 'label', 'caption'];

/**
 * Where a translated lesson is not built as the English one: its components come in another order or with other values, or
 * a stage of it quotes other figures. A sentence may quote its figures in an order of its own.
 */
export function structureProblems(file: string, text: string, english: string): Problem[] {
  const [ours, theirs] = [tagsOf(text), tagsOf(english)];
  return [...orderProblems(file, ours, theirs), ...figureProblems(file, ours, theirs)];
}

/** The first that differs; those after it would only follow from it. */
function orderProblems(file: string, ours: readonly Tag[], theirs: readonly Tag[]): Problem[] {
  const blocks = (tags: readonly Tag[]) => tags.filter(({ name }) => !inlineComponents.includes(name));
  const [found, expected] = [blocks(ours), blocks(theirs)];
  const all = Math.max(found.length, expected.length);
  const place = Array.from({ length: all }, (_, index) => index).find(
    (index) => shown(found[index]) !== shown(expected[index]),
  );
  if (place === undefined) return [];
  const { differs, lacks, has } = words.translation;
  const [one, other] = [found[place], expected[place]];
  if (one === undefined) return other ? [{ file, message: lacks(shown(other), other.line) }] : [];
  const message = other ? differs(shown(one), shown(other), other.line) : has(shown(one));
  return [{ file, field: words.line(one.line), message }];
}

function figureProblems(file: string, ours: readonly Tag[], theirs: readonly Tag[]): Problem[] {
  const [found, expected] = [figuresOf(ours), figuresOf(theirs)];
  const { quotes, quotesNot } = words.translation;
  return [
    ...without(found, expected).map(({ stage, tag }) => ({
      file,
      field: words.line(tag.line),
      message: quotes(shown(tag), stage),
    })),
    ...without(expected, found).map(({ stage, tag }) => ({
      file,
      message: quotesNot(shown(tag), stage, tag.line),
    })),
  ];
}

type Figure = { stage: string; tag: Tag };

function figuresOf(tags: readonly Tag[]): Figure[] {
  let stage = '';
  return tags.flatMap((tag) => {
    if (tag.name === 'Stage' && tag.kind === 'opening') stage = tag.attributes.name ?? '';
    return tag.name === 'Measured' ? [{ stage, tag }] : [];
  });
}

function without(figures: readonly Figure[], others: readonly Figure[]): Figure[] {
  const key = ({ stage, tag }: Figure) => `${stage} ${shown(tag)}`;
  const known = new Set(others.map(key));
  return figures.filter((figure) => !known.has(key(figure)));
}

/** A tag without its texts, as an author would write it. */
function shown(tag: Tag | undefined): string {
  if (tag === undefined) return '';
  const { name, kind, attributes } = tag;
  if (kind === 'closing') return `</${name}>`;
  const given = Object.entries(attributes)
    .filter(([attribute]) => !TEXTS.includes(attribute))
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([attribute, value]) => (value === '' ? ` ${attribute}` : ` ${attribute}="${value}"`));
  return `<${name}${given.join('')}${kind === 'empty' ? ' /' : ''}>`;
}
