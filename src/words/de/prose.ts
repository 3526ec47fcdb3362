import type { words as english } from '../en/prose.ts';

export const words: typeof english = {
  predict: 'Erst vorhersagen',
  right: 'Ja.',
  wrong: 'Das ist es nicht.',
  hint: (grade) => `Hinweis ${grade}`,
  later: {
    run: '(wird nach deinem Lauf gezeigt)',
    check: '(wird nach deiner Prüfung gezeigt)',
    fix: '(wird nach deiner Lösung gezeigt)',
  },
  change: {
    show: 'Die Änderung gegenüber dem Anfang zeigen',
    removed: 'entfernt: ',
    added: 'hinzugefügt: ',
  },
  glossary: {
    more: 'Mehr im Glossar',
    moreOf: (word) => `Mehr im Glossar: ${word}`,
  },
  sources: 'Quellen',
};
