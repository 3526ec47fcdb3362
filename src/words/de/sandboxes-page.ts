import type { words as english } from '../en/sandboxes-page.ts';

export const words: typeof english = {
  heading: 'Sandboxes',
  description:
    'Python-Programme, die du im Browser ausführen, kaputt machen und reparieren kannst, ohne Lektion. Manche lecken, und manche sehen nur so aus.',
  lead: 'Jede ist ein Programm mit seiner Last und seinem Vertrag. Ändere es, führe es aus, so oft du magst, und lass es prüfen. Was du tippst, bleibt in diesem Browser.',
  own: {
    heading: 'Dein eigenes Programm',
    about:
      'Schreib `run(i)`, oder öffne eine Zip-Datei oder einen Ordner von dir. Wähle Pakete, Budget und Einheiten, und lass es prüfen wie die anderen hier.',
    description: 'Schreib run(i), wähle Pakete und Budget, und sieh, ob sein Speicher beschränkt bleibt.',
  },
  patterns: {
    heading: 'Wächst es?',
    about:
      'Kleine Programme von ein bis zwei Seiten, geordnet danach, wo sie behalten, was sie behalten. Manche wachsen ohne Ende, und manche sehen nur so aus. Sag es voraus, dann lass es prüfen.',
    answers: 'Sag mir, welche davon wachsen',
    growing: 'Wachsend',
    bounded: 'Beschränkt',
    'over-budget': 'Beschränkt, aber zu groß',
  },
  programs: {
    heading: 'Ganze Programme',
    about: 'Die Dienste der Lektionen, um ohne deren Text an ihnen zu arbeiten.',
    plain: 'reines Python',
    unit: (unit) => `gemessen pro ${unit}`,
    lesson: 'mit Lektion',
  },
  itsLesson: 'Zur Lektion',
  workbench: 'Werkbank',
};
