/** The longest signal, in characters. The judge's own are far below: an explanation has about 20,000. */
export const SIGNAL_CHARACTERS = 2 ** 19;
const COMMAND_CHARACTERS = 2 ** 22;
const COMMAND_SIGNALS = 10_000;
const SIGNALS_A_SECOND = 2_000;

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
    if (length > SIGNAL_CHARACTERS)
      return `a signal of more than ${SIGNAL_CHARACTERS.toLocaleString('en')} characters`;
    if (second.signals > SIGNALS_A_SECOND)
      return `more than ${SIGNALS_A_SECOND.toLocaleString('en')} signals in a second`;
    if (signals > COMMAND_SIGNALS)
      return `more than ${COMMAND_SIGNALS.toLocaleString('en')} signals in one run`;
    if (characters > COMMAND_CHARACTERS)
      return `more than ${COMMAND_CHARACTERS.toLocaleString('en')} characters in one run`;
    return null;
  };
}
