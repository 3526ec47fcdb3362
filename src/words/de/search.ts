import type { words as english } from '../en/search.ts';

export const words: typeof english = {
  search: 'Suche',
  field: 'Lektionen, Symptome, Glossar und Sandboxes durchsuchen',
  placeholder: 'Ein Wort, ein Werkzeug, ein Symptom',
  searching: 'Die Suche läuft …',
  notLoaded:
    'Die Suche konnte nicht geladen werden. Bist du offline? Sie braucht die gebaute Website mit ihrem Index.',
  again: 'Noch einmal suchen',
  nothingFound: (query) => `Nichts gefunden für „${query}“.`,
  results: {
    one: '1 Treffer.',
    all: (total) => `${total} Treffer.`,
    best: (shown, total) => `Die besten ${shown} von ${total} Treffern.`,
  },
  kinds: {
    Lesson: 'Lektion',
    Word: 'Begriff',
    Symptom: 'Symptom',
    Path: 'Lernpfad',
    Sandbox: 'Sandbox',
    Page: 'Seite',
  },
  advice: 'Versuch es mit einem kürzeren Wort oder fang hier an:',
  places: {
    symptoms: 'Was du siehst, was es bedeutet und welches Werkzeug Antwort gibt.',
    glossary: 'Was die Wörter bedeuten, von Arena bis Worker-Recycling.',
    lessons: 'Untersuchungen, vom Symptom bis zum Nachweis.',
    sandboxes: 'Programme mit Lecks zum Ausführen, Kaputtmachen und Reparieren.',
  },
  keys: {
    choose: 'auswählen',
    open: 'öffnen',
    close: 'Schließen',
  },
};
