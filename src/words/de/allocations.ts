import type { words as english } from '../en/allocations.ts';

export const words: typeof english = {
  none: 'Keine Zeile des Programms hat alloziert, was da ist.',
  show: 'Ansicht',
  lines: 'Zeilen',
  calls: 'Aufrufe',
  of: 'Herkunft',
  scopes: { all: 'Alle', own: 'Dein Code', library: 'Bibliotheken' },
  in: 'Datei',
  everyFile: 'alle',
  kept: (blocks) => ` behalten, ${blocks}`,
  gained: (blocksPerUnit) => ` und ${blocksPerUnit}`,
  callsThatLed: (count) => `Die ${count} Aufrufe, die dorthin führten`,
  icicle: {
    trail: 'Wo das Bild beginnt',
    label: 'Bytes nach den Aufrufen, die zu ihnen führten',
    all: 'alles',
    more: (count) => `${count} weitere`,
    box: (name, bytes, percent) => `${name}, ${bytes}, ${percent} %`,
    keys: 'Pfeiltasten gehen durch die Aufrufe, die Eingabetaste vergrößert, Escape verkleinert.',
  },
};
