import type { words as english } from '../en/along.ts';

export const words: typeof english = {
  step: (position, steps) => `Schritt ${position} von ${steps}`,
  stages: (stages, minutes) => `hier: ${stages}, ${minutes}`,
  label: 'Auf dem Lernpfad',
  before: 'Davor',
  path: 'Der Lernpfad',
  next: 'Weiter auf diesem Lernpfad',
  last: 'Das war der letzte Schritt von',
  onBefore: 'Auf diesem Lernpfad geht es weiter mit ',
  onAfter: '.',
};
