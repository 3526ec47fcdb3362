/** Two versions of a file, side by side. */
export const words = {
  same: (file: string) => `\`${file}\` is the same in both.`,
  against: (left: string, right: string) => `${left} against ${right}`,
  equalLines: (count: number) => `${count} equal ${count === 1 ? 'line' : 'lines'}`,
};
