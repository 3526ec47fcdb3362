import type { words as english } from '../en/offline-start.ts';

export const words: typeof english = {
  notAllowed:
    'Dieser Browser lässt die Website nicht offline arbeiten. Nötig sind eine Adresse mit https und ein Fenster, das nicht privat ist.',
  notFetched:
    'Was die Website offline arbeiten lässt, konnte nicht geladen werden. Steht die Netzverbindung?',
};
