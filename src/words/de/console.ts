import type { words as english } from '../en/console.ts';

export const words: typeof english = {
  atHand:
    'Die Module des Programms heißen hier wie im Programm. `gc`, `sys`, `tracemalloc`, `weakref`, `objgraph` und von Pympler `asizeof` und `muppy` stehen bereit; `load(n)` lädt weiter, und `await` geht auch.',
  log: {
    label: 'Konsole',
    alive: (run) => `Der Prozess von Lauf ${run} lebt.`,
    inspect: (type) => `${type} untersuchen`,
    ended: 'Der Prozess wurde beendet.',
    gone: (reason) =>
      `${reason} Was er hielt, ist weg. Mit „Ausführen“ oder „Diagnose“ bekommst du einen neuen.`,
  },
  prompt: {
    label: 'Python-Anweisung',
    completions: 'Vervollständigungen',
    nothing: 'Nichts zu vervollständigen.',
    found: (count) => `${count} Vervollständigungen.`,
    leaving: 'Tab verlässt das Feld.',
    keys: 'Die Eingabetaste führt aus, mit Umschalt fügt sie eine Zeile an, ↑ und ↓ holen zurück. Tab vervollständigt; Escape, dann Tab verlässt das Feld.',
  },
  run: 'Anweisung ausführen',
  stop: 'Prozess beenden',
  inspector: {
    label: 'Inspektor',
    field: 'Untersuchen',
    example: 'ein Typ oder ein Name: ledger.LEDGER',
    look: 'Ansehen',
    newest: 'Instanzen, die neuesten zuerst',
    trail: 'Der Weg hierher',
    size: (own) => `Für sich allein ${own}.`,
    deepSize: (own, all) => `Für sich allein ${own}, mit allem, worauf es verweist, ${all}.`,
    weigh: 'Alles wiegen, worauf es verweist',
    heldBy: 'Gehalten von',
    heldByNothing: 'Nichts, dem der Garbage Collector folgt: eine laufende Funktion oder gar nichts.',
    holds: 'Hält',
    holdsNothing: 'Nichts.',
    first: (count) => `Gezeigt werden die ersten ${count}.`,
    empty:
      'Nenne einen Typ, um seine Instanzen zu sehen, oder ein Objekt, um zu sehen, was es hält und wovon es gehalten wird.',
    stale: 'Inzwischen lief eine Anweisung. Was hier steht, galt davor: Sieh noch einmal nach.',
  },
};
