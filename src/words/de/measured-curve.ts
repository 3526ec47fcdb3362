import type { words as english } from '../en/measured-curve.ts';

export const words: typeof english = {
  axis: 'belegte Bytes',
  kinds: {
    bounded: 'beschränkt',
    growing: 'wachsend',
    'over-budget': 'über dem Budget',
    costly: 'teuer',
    inconclusive: 'nicht zu entscheiden',
    broken: 'Zusage verletzt',
    crashed: 'abgestürzt',
  },
  growth: (bytes, perUnit) => `${bytes} Byte ${perUnit}`,
  noGrowth: (bytes, perUnit) => `kein Wachstum über ${bytes} Byte ${perUnit}`,
  kept: (size) => `${size} behalten`,
  starter: {
    label: 'unverändert',
    subject: 'das unveränderte Programm',
  },
  starterAlone: {
    label: 'Das unveränderte Programm',
    subject: 'das unveränderte Programm',
  },
  fixed: {
    label: 'mit einer seiner Lösungen',
    subject: 'das Programm mit einer seiner Lösungen',
  },
  titled: (title) => `„${title}“`,
};
