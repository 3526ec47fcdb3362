import { words } from '#words/own-program';

/** What cannot be opened, and why: one sentence for whoever brought it, with nothing unseen in it. */
export class Refused extends Error {
  constructor(sentence: string) {
    super(harmless(sentence, LONGEST_SENTENCE));
    this.name = 'Refused';
  }
}

const LONGEST_SHOWN = 60;
const LONGEST_SENTENCE = 400;
/** Control characters, and those that change the direction of a text or are not seen at all. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;
const EACH_UNSEEN = new RegExp(UNSEEN.source, 'gu');

export function hasUnseen(text: string): boolean {
  return UNSEEN.test(text);
}

/** A stranger’s name as it can stand in a sentence. */
export function shown(name: string): string {
  return words.quoted(harmless(name, LONGEST_SHOWN));
}

/** What is not seen is written out, and what is long is cut. */
export function harmless(text: string, most: number): string {
  const seen = text.slice(0, most).replace(EACH_UNSEEN, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
  return text.length > most ? `${seen}…` : seen;
}
