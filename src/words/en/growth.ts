/** The memory curve: its picture, what a reader of pictures hears of it, and its table. */
export const words = {
  caption: 'Memory in use above the start, after a full collection each time',
  shapes: {
    line: 'a line',
    plateau: 'a plateau',
    staircase: 'a staircase',
    sawtooth: 'a sawtooth',
    flat: 'level',
    unnamed: '',
  },
  goesOn: 'the run goes on',
  notJudged: 'as measured, not judged',
  budget: (bytes: string) => `budget ${bytes}`,
  containerFull: 'the container is full',
  name: {
    /** `subject` is a phrase within a sentence, in German in the nominative; `load` is empty where nothing was read. */
    curve: (subject: string, load: string, shows: string) =>
      `Memory of ${subject}${load && ` over ${load}`}: ${shows}.`,
    nothing: 'nothing measured',
    stays: (bytes: string) => `it stays at ${bytes}`,
    rises: (from: string, to: string) => `it rises from ${from} to ${to}`,
    falls: (from: string, to: string) => `it falls from ${from} to ${to}`,
    budget: (bytes: string) => `The budget is ${bytes}.`,
  },
  reading: {
    label: 'Read the curve',
    rung: (number: string) => `rung ${number}`,
  },
  table: {
    summary: 'The curve in numbers',
    aboveStart: 'above the start',
    rung: 'rung',
  },
};
