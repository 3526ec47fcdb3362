import { words } from '#words/own-path';
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { PathFile } from '../course/path-schema.ts';
import { OWN_PATH, pathOf, type LearningPath, type PathLesson } from '../course/paths.ts';
import { formatCount } from '../lenses/quantity.ts';
import { conform, type Problem } from '../course/problem.ts';

/** Sixty steps with all that can be said of each have less. */
export const MOST_BYTES = 64 * 1024;
const MOST_TOLD = 5;
const LONGEST_TOLD = 300;
/** What a text of ours does not show as it is. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;

export type ReadPath =
  | { kind: 'path'; path: LearningPath }
  /** Sentences for whoever opened it, each with its place. */
  | { kind: 'refused'; problems: readonly string[] };

/**
 * Reads a path that anybody may have written. `name` is the file's; `lessons` are those of the site. What comes out of it is text
 * and known lessons, and never anything to run.
 */
export function readOwnPath(name: string, text: string, lessons: readonly PathLesson[]): ReadPath {
  const file = name.length > 60 ? `${name.slice(0, 59)}…` : name;
  if (text.length > MOST_BYTES) return refused(file, [{ message: words.said.tooLarge }]);
  try {
    return read(file, text, lessons);
  } catch (error) {
    // A file can nest deeper than the stack; each engine says so in its own way.
    if (error instanceof Error) return refused(file, [{ message: words.said.tooDeep }]);
    throw error;
  }
}

function read(file: string, text: string, lessons: readonly PathLesson[]): ReadPath {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    merge: false,
  });
  const lineAt = (offset: number | undefined) =>
    offset === undefined ? undefined : lines.linePos(offset).line;
  const unreadable = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    line: lineAt(pos[0]),
    message: words.said.noYaml(message),
  }));
  if (unreadable.length > 0) return refused(file, unreadable);
  const strange: Located[] = [];
  visit(document, {
    Node: (_key, node) => {
      const line = lineAt(node.range?.[0]);
      if (isAlias(node) || node.anchor !== undefined) strange.push({ line, message: words.said.alias });
      if (node.tag?.startsWith('!')) strange.push({ line, message: words.said.tag });
    },
  });
  if (strange.length > 0) return refused(file, strange);

  const outcome = conform(PathFile, document.toJS({ maxAliasCount: 0 }), file);
  const placed = (problems: readonly Problem[]) =>
    refused(
      file,
      problems.map((problem) => ({ ...problem, line: lineAt(offsetOf(document.contents, problem.field)) })),
    );
  if (outcome.kind === 'invalid') return placed(outcome.problems);
  const { path, problems } = pathOf(OWN_PATH, outcome.value, lessons, file);
  return problems.length > 0 ? placed(problems) : { kind: 'path', path };
}

type Located = { message: string; field?: string; line?: number | undefined };

/** One problem for each place: what follows from it is not told. */
function refused(file: string, all: readonly Located[]): ReadPath {
  const isFirst = ({ line, field }: Located, index: number) =>
    all.findIndex((other) => other.line === line && other.field === field) === index;
  const problems = all.filter(isFirst);
  const more = problems.length - MOST_TOLD;
  return {
    kind: 'refused',
    problems: [
      ...problems.slice(0, MOST_TOLD).map((problem) => sentence(file, problem)),
      ...(more > 0 ? [words.more(formatCount(more))] : []),
    ],
  };
}

function sentence(file: string, { message, field, line }: Located): string {
  const at = [line === undefined ? '' : words.line(formatCount(line)), field ?? '']
    .filter(Boolean)
    .join(', ');
  const told = (at === '' ? words.problem(file, message) : words.problemAt(file, at, message)).replace(
    UNSEEN,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
  return told.length > LONGEST_TOLD ? `${told.slice(0, LONGEST_TOLD)}…` : told;
}

/** Where the part of the file begins that `field` names, such as `steps[1].lesson`, or else what it would stand in. */
function offsetOf(contents: unknown, field = ''): number | undefined {
  let node: unknown = contents;
  let offset = rangeOf(node);
  for (const step of field.matchAll(/[^.[\]]+/g)) {
    const [name] = step;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === name);
      if (!isPair(pair)) break;
      offset = rangeOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(name)];
      offset = rangeOf(node) ?? offset;
    } else break;
  }
  return offset;
}

function rangeOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
