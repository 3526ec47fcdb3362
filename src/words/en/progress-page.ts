/** What the learner has done. */
export const words = {
  heading: 'Your progress',
  description:
    'What you have done in the lessons of Leaklab, kept in this browser, and a file to take it elsewhere.',
  lead: 'Kept in this browser and nowhere else: how far you came in each lesson, what your last check said, and how long it took.',
  ownProgram: 'Your own program',
  noScript: 'Without JavaScript nothing is kept.',
};
