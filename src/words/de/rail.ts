import type { words as english } from '../en/rail.ts';

export const words: typeof english = {
  done: ' (erledigt)',
};
