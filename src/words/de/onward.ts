import type { words as english } from '../en/onward.ts';

export const words: typeof english = {
  continue: (title) => `Weiter mit „${title}“`,
  begin: (title) => `Beginnen mit „${title}“`,
  proved: 'Nachgewiesen',
  stages: (reached, of) => `${reached} von ${of} Etappen`,
};
