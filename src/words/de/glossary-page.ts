import type { words as english } from '../en/glossary-page.ts';

export const words: typeof english = {
  heading: 'Glossar',
  description:
    'Die Begriffe der Suche nach Speicherlecks in Python: was jeder bedeutet, genau und in wenigen Sätzen.',
  lead: 'Was die Begriffe hier bedeuten, und wo sie bei der Arbeit erklärt werden. In einer Lektion drücke auf ein Wort, das gepunktet unterstrichen ist.',
  letters: 'Buchstaben',
  aliases: (aliases) => `auch: ${aliases}`,
  see: 'Siehe',
  lessons: 'In',
  source: 'Quelle',
};
