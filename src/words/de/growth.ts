import type { words as english } from '../en/growth.ts';

export const words: typeof english = {
  caption: 'Belegter Speicher über dem Start, jedes Mal nach einer vollen Sammlung',
  shapes: {
    line: 'eine Gerade',
    plateau: 'ein Plateau',
    staircase: 'eine Treppe',
    sawtooth: 'ein Sägezahn',
    flat: 'eben',
    unnamed: '',
  },
  goesOn: 'der Lauf geht weiter',
  notJudged: 'wie gemessen, nicht beurteilt',
  budget: (bytes) => `Budget ${bytes}`,
  containerFull: 'der Container ist voll',
  name: {
    curve: (subject, load, shows) => `Speicher (${subject}${load && `, ${load}`}): ${shows}.`,
    nothing: 'nichts gemessen',
    stays: (bytes) => `bleibt bei ${bytes}`,
    rises: (from, to) => `steigt von ${from} auf ${to}`,
    falls: (from, to) => `fällt von ${from} auf ${to}`,
    budget: (bytes) => `Das Budget beträgt ${bytes}.`,
  },
  reading: {
    label: 'Kurve ablesen',
    rung: (number) => `Stufe ${number}`,
  },
  table: {
    summary: 'Die Kurve in Zahlen',
    aboveStart: 'über dem Start',
    rung: 'Stufe',
  },
};
