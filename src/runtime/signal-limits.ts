import { language } from '#words/language';
import { words } from '#words/runtime';
import { SIGNAL_CHARACTERS } from './limits.ts';

const COMMAND_CHARACTERS = 2 ** 22;
const COMMAND_SIGNALS = 10_000;
const SIGNALS_A_SECOND = 2_000;

const shown = (count: number): string => count.toLocaleString(language.locale);

/** Counts the signals of one command, unread; says what is too much about the latest, or null. */
export function limitSignals(now: () => number = () => performance.now()): (text: string) => string | null {
  let characters = 0;
  let signals = 0;
  let second = { began: now(), signals: 0 };
  return ({ length }) => {
    characters += length;
    signals += 1;
    if (now() - second.began >= 1000) second = { began: now(), signals: 0 };
    second.signals += 1;
    if (length > SIGNAL_CHARACTERS) return words.flood.signal(shown(SIGNAL_CHARACTERS));
    if (second.signals > SIGNALS_A_SECOND) return words.flood.second(shown(SIGNALS_A_SECOND));
    if (signals > COMMAND_SIGNALS) return words.flood.signals(shown(COMMAND_SIGNALS));
    if (characters > COMMAND_CHARACTERS) return words.flood.characters(shown(COMMAND_CHARACTERS));
    return null;
  };
}
