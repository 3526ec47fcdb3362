import type { words as english } from '../en/plain-editor.ts';

export const words: typeof english = {
  readOnly: (name) => `${name}, nur lesbar`,
};
