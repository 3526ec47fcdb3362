import { strToU8 } from 'fflate';
import { crc32 } from '../own/crc32.ts';
import { PREFIX } from '../progress/reached.ts';

/** Under this key stands whose progress is here: a checksum of the name that the LMS has for them. */
const WHOSE = 'leaklab-learner';

/**
 * Has what another learner left in this browser step aside, and brings back what `learner` left, so that a computer of many does not
 * report the progress of one for another. What was done without an LMS belongs to whoever comes first. True where it changed hands.
 * Throws where the browser keeps nothing, or has no room to.
 */
export function changeLearner(storage: Storage, learner: string): boolean {
  if (learner === '') return false;
  const present = crc32(strToU8(learner)).toString(36);
  const before = storage.getItem(WHOSE);
  if (before !== null && before !== present) {
    const aside = (whose: string) => `leaklab-of-${whose}:`;
    move(storage, PREFIX, aside(before) + PREFIX);
    move(storage, aside(present), '');
  }
  storage.setItem(WHOSE, present);
  return before !== null && before !== present;
}

/** Gives every key that begins with `from` another beginning. */
function move(storage: Storage, from: string, to: string): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const key of keys.filter((one) => one.startsWith(from))) {
    const value = storage.getItem(key) ?? '';
    storage.removeItem(key);
    try {
      storage.setItem(to + key.slice(from.length), value);
    } catch (error) {
      storage.setItem(key, value);
      throw error;
    }
  }
}
