import type { words as english } from '../en/boot.ts';

export const words: typeof english = {
  idle: 'Python startet, wenn du es brauchst',
  downloading: 'Python wird geladen',
  downloadingOf: (loaded, total) => `Python wird geladen: ${loaded} von ${total} MB`,
  wakingUp: 'Python wacht auf',
  starting: 'Python startet',
  ready: 'Python ist bereit',
  unavailable: 'Python konnte nicht geladen werden',
  benchUnavailable:
    'Die Werkbank konnte nicht geladen werden. Bist du offline? Drücke noch einmal, um es wieder zu versuchen.',
};
