import type { words as english } from '../en/own-path.ts';

export const words: typeof english = {
  unreadable: (name) => `„${name}“ konnte nicht gelesen werden. Ist es ein Ordner?`,
  noLessons:
    'Die Liste der Lektionen konnte nicht geladen werden. Bist du offline? Öffne den Lernpfad noch einmal.',
  link: {
    name: 'Link',
    tooLarge: 'Der Link enthält entpackt mehr, als ein Lernpfad haben kann.',
    damaged: 'Ein Teil des Links fehlt oder wurde unterwegs verändert. Bitte noch einmal darum.',
  },
  problem: (file, said) => `„${file}“ ${said}`,
  problemAt: (file, place, said) => `„${file}“, ${place}: ${said}`,
  line: (line) => `Zeile ${line}`,
  more: (count) => `Und ${count} weitere.`,
  said: {
    tooLarge: 'ist größer, als ein Lernpfad sein kann (64 KiB). Ist es eine andere Datei?',
    tooDeep: 'ist tiefer verschachtelt, als sich lesen lässt.',
    noYaml: (message) => `ist kein gültiges YAML: ${message}.`,
    alias: 'hat einen Anker oder einen Alias (& oder *); schreib den Text an jeder Stelle aus.',
    tag: 'hat ein eigenes Tag (!); ein Lernpfad besteht nur aus einfachem Text und Zahlen.',
  },
};
