/** The curves of measured runs: what stands beside them, and what they are called in a sentence. */
export const words = {
  axis: 'bytes in use',
  kinds: {
    bounded: 'bounded',
    growing: 'growing',
    'over-budget': 'over budget',
    costly: 'costly',
    inconclusive: 'inconclusive',
    broken: 'broken',
    crashed: 'crashed',
  },
  growth: (bytes: string, perUnit: string) => `${bytes} bytes ${perUnit}`,
  noGrowth: (bytes: string, perUnit: string) => `no growth above ${bytes} bytes ${perUnit}`,
  kept: (size: string) => `${size} kept`,
  starter: {
    label: 'as it stands',
    subject: 'the program as it stands',
  },
  starterAlone: {
    label: 'The program as it stands',
    subject: 'the program as it stands',
  },
  fixed: {
    label: 'with one of its fixes',
    subject: 'the program with one of its fixes',
  },
  titled: (title: string) => `“${title}”`,
};
