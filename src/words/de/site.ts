import type { words as english } from '../en/site.ts';

export const words: typeof english = {
  skip: 'Zum Inhalt springen',
  site: 'Website',
  search: 'Suchen',
  places: {
    lessons: 'Lektionen',
    paths: 'Lernpfade',
    sandboxes: 'Sandboxes',
    symptoms: 'Symptome',
    glossary: 'Glossar',
  },
  footer: {
    privacy: 'Leaklab läuft in deinem Browser. Dein Code und dein Fortschritt bleiben auf diesem Rechner.',
    start: 'Startseite',
    cheatSheet: 'Spickzettel',
    progress: 'Dein Fortschritt',
    report: 'Dein Bericht',
    linter: 'Der Linter',
  },
};
