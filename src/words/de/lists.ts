import type { words as english } from '../en/lists.ts';

export const words: typeof english = {
  shown: {
    lines: (shown, total) => `${shown} von ${total} Zeilen`,
    paths: (shown, total) => `${shown} von ${total} Wegen`,
    types: (shown, total) => `${shown} von ${total} Typen`,
  },
  showMore: (count) => `${count} weitere zeigen`,
};
