import { words } from '#words/course';
import type { Glossary, GlossaryTerm } from './glossary.ts';
import { lineOf, proseOf } from './lesson-text.ts';
import type { Problem } from './problem.ts';

const pattern = /<Term(?:\s+of="([^"]*)")?\s*>([\s\S]*?)<\/Term>/g;

/** The words that a lesson marks as terms: what stands in its text, and the word of the glossary that is meant. */
export function termsIn(text: string): { of: string; line: number }[] {
  const prose = proseOf(text);
  return [...prose.matchAll(pattern)].map(({ 1: of, 2: shown = '', index }) => ({
    of: (of ?? shown).replace(/\s+/g, ' ').trim(),
    line: lineOf(prose, index),
  }));
}

/** Terms that the glossary does not have, or that a lesson marks twice: their explanation is one element of the page. */
export function termProblems(file: string, text: string, glossary: Glossary): Problem[] {
  const seen = new Set<GlossaryTerm>();
  return termsIn(text).flatMap(({ of, line }): Problem[] => {
    const term = glossary.named(of);
    const field = words.line(line);
    if (term === undefined) {
      return [{ file, field, message: words.glossary.noTerm(of) }];
    }
    if (seen.has(term)) return [{ file, field, message: words.glossary.again(term.word) }];
    seen.add(term);
    return [];
  });
}
