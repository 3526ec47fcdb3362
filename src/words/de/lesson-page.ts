import type { words as english } from '../en/lesson-page.ts';

export const words: typeof english = {
  skip: 'Zur Werkbank springen',
  stages: 'Etappen dieser Lektion',
  lesson: (position) => `Lektion ${position}`,
  levels: {
    start: 'eine erste Lektion',
    core: 'für alle, die tracemalloc schon kennen',
    deep: 'für alle, die das nicht zum ersten Mal tun',
  },
  untranslated: 'Diese Lektion gibt es bisher nur auf Englisch.',
  original: 'Zur englischen Seite',
  onward: {
    label: 'Andere Lektionen',
    before: 'Davor',
    next: 'Weiter',
    last: 'Das war die letzte Lektion',
    all: 'Alle Lektionen',
  },
};
