/** How far the learner is on a path. */
export const words = {
  allSteps: 'All steps done',
  steps: (done: number, of: number) => `${done} of ${of} steps done`,
  continue: (title: string) => `Continue “${title}”`,
  begin: (title: string) => `Begin “${title}”`,
  next: 'Next',
  done: 'Done',
  proved: 'Proved',
  stages: (reached: number, of: number) => `${reached} of ${of} stages`,
};
