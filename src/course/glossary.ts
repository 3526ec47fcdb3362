import { words } from '#words/course';
import { GlossaryFile } from './glossary-schema.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

export type GlossaryTerm = GlossaryFile[string] & {
  /** The word, as it stands in a sentence. */
  word: string;
  /** Its anchor on the page of the glossary. */
  id: string;
};

export type Glossary = {
  /** By the alphabet. */
  terms: readonly GlossaryTerm[];
  /** The term that `word` names, by its own word or an alias, in whatever case. */
  named: (word: string) => GlossaryTerm | undefined;
};

/** Builds the glossary from `content/glossary/*.yaml`, given by path. */
export function readGlossary(files: Record<string, string>): Glossary & { problems: Problem[] } {
  const problems: Problem[] = [];
  const read = Object.entries(files).flatMap(([file, text]) => {
    const outcome = readYaml(GlossaryFile, text, file);
    if (outcome.kind === 'invalid') problems.push(...outcome.problems);
    return outcome.kind === 'valid'
      ? Object.entries(outcome.value).map(([word, told]) => ({ file, word, told }))
      : [];
  });

  const byName = new Map<string, GlossaryTerm>();
  const terms = read.map(({ file, word, told }): GlossaryTerm => {
    const term = { ...told, word, id: idOf(word) };
    for (const name of [word, ...told.aliases]) {
      const known = byName.get(plain(name));
      if (known)
        problems.push({
          file,
          field: word,
          message: words.glossary.twice(name, known.word),
        });
      else byName.set(plain(name), term);
    }
    return term;
  });
  const named = (word: string) => byName.get(plain(word));
  for (const { file, word, told } of read) {
    for (const [index, other] of told.see.entries()) {
      if (named(other) === undefined)
        problems.push({
          file,
          field: `${word}.see[${index}]`,
          message: words.glossary.unknown(other),
        });
    }
  }
  terms.sort((a, b) => a.word.localeCompare(b.word, 'en', { sensitivity: 'base' }));
  return { terms, named, problems };
}

function plain(word: string): string {
  return word.replace(/\s+/g, ' ').trim().toLowerCase();
}

function idOf(word: string): string {
  return plain(word)
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-|-$/g, '');
}
