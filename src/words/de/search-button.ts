import type { words as english } from '../en/search-button.ts';

export const words: typeof english = {
  notLoaded: 'Suchen: Das konnte nicht geladen werden. Drück noch einmal.',
};
