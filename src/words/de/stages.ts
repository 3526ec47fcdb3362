import type { words as english } from '../en/stages.ts';

export const words: typeof english = {
  symptom: 'Symptom',
  observe: 'Beobachtung',
  diagnose: 'Diagnose',
  fix: 'Lösung',
  prove: 'Nachweis',
  compare: 'Vergleich',
  transfer: 'Transfer',
};
