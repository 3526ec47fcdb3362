/** The number that decides, and what the chart says beside the curve. */
export const words = {
  number: {
    growing: (unit: string, least: string) => `more for every ${unit}; growth counts from ${least}`,
    bounded: (load: string, budget: string) => `kept after ${load}; the budget is ${budget}`,
    retained: (budget: string) => `kept, against a budget of ${budget}`,
    peak: (budget: string) => `at its peak, against a budget of ${budget}`,
    costly: (collections: number, perUnit: string, most: string) =>
      `full ${collections === 1 ? 'collection' : 'collections'} ${perUnit}; up to ${most} is usual`,
    inconclusive: (perUnit: string) => `${perUnit} could hide in this noise`,
  },
  kinds: {
    growing: 'growing',
    bounded: 'bounded',
    'over-budget': 'over budget',
    costly: 'costly',
    inconclusive: 'inconclusive',
  },
  couldHaveSeen: (rate: string) => `could have seen ${rate}`,
  trickle: (error: string, least: string) => `± ${error}; ${least} would count`,
};
