import type { words as english } from '../en/copying.ts';

export const words: typeof english = {
  code: 'Kopieren',
  codeLabel: 'Diesen Code kopieren',
  link: 'Link kopieren',
  linkLabel: (heading) => `Link kopieren: ${heading}`,
  copied: 'Kopiert',
  notCopied: 'Nicht kopiert',
};
