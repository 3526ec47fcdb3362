/** The runs of a session. */
export const words = {
  caption: 'Your runs',
  run: 'run',
  what: 'what',
  outcome: 'outcome',
  slope: 'slope',
  code: 'code',
  show: (run: number) => `Show run ${run}`,
  compare: 'Compare',
  compareCode: (run: number) => `Compare the code of run ${run}`,
};
