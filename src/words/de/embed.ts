import type { words as english } from '../en/embed.ts';

export const words: typeof english = {
  inFrame:
    'Leaklab, eingebettet in eine andere Seite. Was du hier tust, hält der Browser von der Website selbst getrennt.',
  wayOut: 'Auf einer eigenen Seite öffnen',
};
