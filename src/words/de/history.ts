import type { words as english } from '../en/history.ts';

export const words: typeof english = {
  caption: 'Deine Läufe',
  run: 'Lauf',
  what: 'was',
  outcome: 'Ergebnis',
  slope: 'Steigung',
  code: 'Code',
  show: (run) => `Lauf ${run} zeigen`,
  compare: 'Vergleichen',
  compareCode: (run) => `Vergleichen: Code von Lauf ${run}`,
};
