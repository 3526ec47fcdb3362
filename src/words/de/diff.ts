import type { words as english } from '../en/diff.ts';

export const words: typeof english = {
  same: (file) => `\`${file}\` ist auf beiden Seiten gleich.`,
  against: (left, right) => `${left} und ${right} im Vergleich`,
  equalLines: (count) => (count === 1 ? '1 gleiche Zeile' : `${count} gleiche Zeilen`),
};
