import type { words as english } from '../en/retainers.ts';

export const words: typeof english = {
  none: 'Kein Name, Frame oder Container wurde gefunden, der es hält.',
  one: '1',
  reachedFrom: ', erreicht von ',
  held: (bytes) => `: ${bytes} gehalten`,
  storedAt: 'abgelegt in',
  draw: 'Weg zeichnen',
  drawAll: 'Wege zeichnen',
  picture: 'Von den Wurzeln zu dem, was überlebt hat',
  survivors: (count, bytes) => `${count} lebend, ${bytes}`,
};
