import { language } from '#words/language';
import { words } from '#words/own-program';
import { hasUnseen, Refused, shown } from './refused.ts';

/** A file as a zip or a folder offers it; nothing of it is read before `read` is called. */
export type Entry = {
  path: string;
  bytes: number;
  /** Throws `Refused` where it is damaged. */
  read: () => Promise<Uint8Array> | Uint8Array;
};

export const MOST_ENTRIES = 1000;
export const MOST_INFLATED = 8 * 2 ** 20;
const LONGEST_PATH = 200;
const DEEPEST = 8;
/** What systems and tools leave in folders. */
const LEFTOVER = /(^|\/)(\.[^/]*|__MACOSX|__pycache__|node_modules|Thumbs\.db|desktop\.ini)(\/|$)/;

/** Whether a path is of a file that nobody meant to bring. */
export function isLeftover(path: string): boolean {
  return LEFTOVER.test(path);
}

export function tooMany(): Refused {
  return new Refused(words.entries.tooMany(MOST_ENTRIES.toLocaleString(language.locale)));
}

export function tooLarge(): Refused {
  return new Refused(words.entries.tooLarge(MOST_INFLATED / 2 ** 20));
}

/** Looks at the names and sizes of all entries; nothing has been read then. Throws `Refused`. */
export function inspect(entries: readonly Pick<Entry, 'path' | 'bytes'>[]): void {
  if (entries.length > MOST_ENTRIES) throw tooMany();
  if (entries.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_INFLATED) throw tooLarge();
  const seen = new Set<string>();
  for (const { path } of entries) {
    inspectPath(path);
    // Two such names are one file where letters have no case.
    const same = path.normalize('NFC').toLowerCase();
    if (seen.has(same)) throw new Refused(words.entries.twice(shown(path)));
    seen.add(same);
  }
}

function inspectPath(path: string): void {
  const steps = path.split('/');
  const name = shown(path);
  const { entries } = words;
  if (hasUnseen(path)) throw new Refused(entries.unseen(name));
  if (path.length > LONGEST_PATH) throw new Refused(entries.tooLong(name, LONGEST_PATH));
  if (path.includes('\\')) throw new Refused(entries.backslash(name));
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) throw new Refused(entries.absolute(name));
  if (steps.includes('..')) throw new Refused(entries.outside(name));
  if (steps.some((step) => step === '' || step === '.')) throw new Refused(entries.noName(name));
  if (steps.length > DEEPEST) throw new Refused(entries.tooDeep(name, DEEPEST));
}

/** The text of an entry. Throws `Refused` where it is none. */
export async function textOf(entry: Entry): Promise<string> {
  const bytes = await entry.read();
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Told below.
  }
  throw new Refused(words.entries.notUtf8(shown(entry.path)));
}
