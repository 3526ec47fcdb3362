/** What was born in the load and is alive at its end. */
export const words = {
  none: 'Nothing that was born in the load is alive at its end.',
  bands: {
    caption: (unit: string) => `Alive at the end, by the ${unit} that they were born in`,
    name: (unit: string) =>
      `Survivors by type and by the ${unit} that they were born in; the table below has the numbers`,
    moreTypes: (count: string) => `${count} more types`,
  },
  table: {
    type: 'type',
    alive: 'alive',
    ages: 'ages, oldest first',
    born: (counts: string) => `Born in each slice: ${counts}`,
  },
  ages: {
    all: 'all ages: it gathers',
    youngest: 'only the youngest: still in flight',
    oldest: 'only the oldest: from the start of the load',
    recent: 'the recent ones: older ones were let go',
    mixed: 'some ages',
    untold: '',
  },
};
