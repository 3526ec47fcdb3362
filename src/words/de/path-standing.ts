import type { words as english } from '../en/path-standing.ts';

export const words: typeof english = {
  allSteps: 'Alle Schritte erledigt',
  steps: (done, of) => `${done} von ${of} Schritten erledigt`,
  continue: (title) => `Weiter mit „${title}“`,
  begin: (title) => `Beginnen mit „${title}“`,
  next: 'Als Nächstes',
  done: 'Erledigt',
  proved: 'Nachgewiesen',
  stages: (reached, of) => `${reached} von ${of} Etappen`,
};
