import type { words as english } from '../en/offline-offer.ts';

export const words: typeof english = {
  notLoaded: 'Das konnte nicht geladen werden. Bist du offline? Klapp es zu und wieder auf.',
};
