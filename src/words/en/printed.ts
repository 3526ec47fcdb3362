/** What a program printed. */
export const words = {
  cut: (lines: string, bytes: string) => `Cut here: ${lines} lines, ${bytes}.`,
  drawing: 'The drawing is loading. If it does not come, look at your connection and run again.',
};
