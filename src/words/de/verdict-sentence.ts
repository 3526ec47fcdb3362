import type { words as english } from '../en/verdict-sentence.ts';

export const words: typeof english = {
  kinds: {
    bounded: 'Beschränkt',
    growing: 'Wachsend',
    'over-budget': 'Über dem Budget',
    costly: 'Teuer',
    inconclusive: 'Nicht zu entscheiden',
    broken: 'Zusage verletzt',
    crashed: 'Abgestürzt',
  },
};
