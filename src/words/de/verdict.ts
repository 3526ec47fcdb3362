import type { words as english } from '../en/verdict.ts';

export const words: typeof english = {
  number: {
    growing: (unit, least) => `mehr pro ${unit}; als Wachstum zählt es ab ${least}`,
    bounded: (load, budget) => `behalten nach ${load}; das Budget beträgt ${budget}`,
    retained: (budget) => `behalten, bei einem Budget von ${budget}`,
    peak: (budget) => `in der Spitze, bei einem Budget von ${budget}`,
    costly: (collections, perUnit, most) =>
      `volle ${collections === 1 ? 'Sammlung' : 'Sammlungen'} ${perUnit}; bis zu ${most} gilt als üblich`,
    inconclusive: (perUnit) => `${perUnit} könnten sich in diesem Rauschen verbergen`,
  },
  kinds: {
    growing: 'wachsend',
    bounded: 'beschränkt',
    'over-budget': 'über dem Budget',
    costly: 'teuer',
    inconclusive: 'unentschieden',
  },
  couldHaveSeen: (rate) => `nachweisbar ab ${rate}`,
  trickle: (error, least) => `± ${error}; zählen würde es ab ${least}`,
};
