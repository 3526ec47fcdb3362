import type { words as english } from '../en/progress-page.ts';

export const words: typeof english = {
  heading: 'Dein Fortschritt',
  description:
    'Was du in den Lektionen von Leaklab getan hast, aufbewahrt in diesem Browser, und eine Datei zum Mitnehmen.',
  lead: 'Aufbewahrt in diesem Browser und nirgends sonst: wie weit du in jeder Lektion gekommen bist, was deine letzte Prüfung ergab und wie lange es gedauert hat.',
  ownProgram: 'Dein eigenes Programm',
  noScript: 'Ohne JavaScript wird nichts aufbewahrt.',
};
