import type { words as english } from '../en/catalogue.ts';

export const words: typeof english = {
  places: {
    caches: 'In einem Cache',
    registries: 'In einer Registry, einer Liste oder einem Dict',
    callbacks: 'In einem Callback',
    threads: 'In einem Thread',
    asyncio: 'In einem Task oder einem Future',
    outside: 'Außer Sicht',
  },
  standardLibrary: 'Nur die Standardbibliothek',
  found: {
    also: (text, names) => `${text} Auch: ${names}.`,
    openSandbox: (title) => `Die Sandbox „${title}“ öffnen`,
    uses: (text, packages) => `${text} Verwendet ${packages}.`,
  },
  pages: {
    lessons: { title: 'Lektionen', text: 'Alle Lektionen, mit deinem Fortschritt.' },
    paths: {
      title: 'Lernpfade',
      text: 'Lektionen in einer Reihenfolge, für einen Zweck und so viele Minuten, mit Notizen für die Kursleitung.',
    },
    ownPath: {
      title: 'Ein eigener Lernpfad',
      text: 'Öffne einen Lernpfad, den dein Team geschrieben hat, als Datei oder als Link.',
    },
    sandboxes: { title: 'Sandboxes', text: 'Alle Sandboxes: Programme zum Ausführen und Ändern.' },
    symptoms: {
      title: 'Symptome',
      text: 'Was du siehst, was es bedeutet und welches Werkzeug Antwort gibt.',
    },
    cheatSheet: {
      title: 'Spickzettel',
      text: 'Von dem, was du siehst, zu dem, was du eingibst, und was die Antwort bedeutet, auf einer Seite zum Drucken.',
    },
    glossary: { title: 'Glossar', text: 'Was die Wörter bedeuten.' },
    ownProgram: {
      title: 'Dein eigenes Programm',
      text: 'Eine leere Sandbox: Schreib run(i), oder öffne ein eigenes Zip oder einen Ordner, und lass seinen Speicher prüfen.',
    },
    report: {
      title: 'Ein eigener Bericht',
      text: 'Öffne, was python -m leaklab judge --json an deinem eigenen Dienst gemessen hat, und sieh es gezeichnet.',
    },
    linter: {
      title: 'Was ein Linter von einem Leck sieht',
      text: 'Welche Regeln von Ruff auf das zeigen, was Speicher behält, und was kein Linter sehen kann.',
    },
  },
};
