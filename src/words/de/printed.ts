import type { words as english } from '../en/printed.ts';

export const words: typeof english = {
  cut: (lines, bytes) => `Hier gekürzt: ${lines} Zeilen, ${bytes}.`,
  drawing:
    'Die Zeichnung wird geladen. Wenn sie nicht kommt, sieh nach deiner Verbindung und führe noch einmal aus.',
};
