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
};
