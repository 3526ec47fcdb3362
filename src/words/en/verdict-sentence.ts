/** What a verdict is called where the judge's sentence has no first words of its own. */
export const words = {
  kinds: {
    bounded: 'bounded',
    growing: 'growing',
    'over-budget': 'Over budget',
    costly: 'costly',
    inconclusive: 'inconclusive',
    broken: 'broken',
    crashed: 'crashed',
  },
};
