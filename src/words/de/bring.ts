import type { words as english } from '../en/bring.ts';

export const words: typeof english = {
  opened: {
    program: (title) => `${title} ist geöffnet. Nichts davon ist gelaufen.`,
    lesson: (title) => `Die Lektion ${title} ist geöffnet. Nichts davon ist gelaufen.`,
    file: (name) => `${name} ist eingefügt. Nichts ist gelaufen.`,
    files: (count) => `${count} Dateien sind eingefügt. Nichts ist gelaufen.`,
    leftOut: (names) => `Ausgelassen, weil hier nur Python-Dateien in einem Ordner Platz haben: ${names}.`,
    andMore: (names, count) => `${names} und ${count} weitere`,
  },
  refused: {
    notOpened: (reason) => `Nicht geöffnet. ${reason}`,
    empty: 'Darin war nichts zu öffnen. Wähle ein .zip, einen Ordner oder .py-Dateien.',
    cannotBeOpened: (name) =>
      `${name} lässt sich nicht öffnen. Wähle ein .zip, einen Ordner oder .py-Dateien.`,
    unreadable: (reason) => `Es ließ sich nicht lesen: ${reason}`,
  },
};
