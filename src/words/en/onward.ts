/** How far the learner is, on the lists of lessons. */
export const words = {
  continue: (title: string) => `Continue “${title}”`,
  begin: (title: string) => `Begin “${title}”`,
  proved: 'Proved',
  stages: (reached: number, of: number) => `${reached} of ${of} stages`,
};
