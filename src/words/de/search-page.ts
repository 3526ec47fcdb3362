import type { words as english } from '../en/search-page.ts';

export const words: typeof english = {
  heading: 'Suche',
  description: 'Durchsuche die Lektionen, Symptome, Begriffe und Sandboxes von Leaklab.',
  lead: 'Lektionen, Symptome, Begriffe und Sandboxes. Der Index ist ein Teil der Website: Wonach du suchst, wird nirgendwohin gesendet.',
  noScript: {
    before: 'Die Suche braucht JavaScript. Ohne JavaScript erreichst du alles über das',
    glossary: 'Glossar',
    symptomsBefore: ', die',
    symptoms: 'Symptome',
    lessonsBefore: ', die',
    lessons: 'Lektionen',
    sandboxesBefore: ' und die',
    sandboxes: 'Sandboxes',
    after: '.',
  },
};
