/** The list of sandboxes, and what stands around the workbench of each. */
export const words = {
  heading: 'Sandboxes',
  description:
    'Python programs to run, break and mend in your browser, without a lesson. Some leak, and some only look like it.',
  lead: 'Each is a program with its load and its contract. Change it, run it as often as you like, and have it judged. What you type stays in this browser.',
  own: {
    heading: 'Your own program',
    about:
      'Write `run(i)`, or open a zip or a folder of your own. Choose packages, budget and units, and have it judged as these are.',
    description: 'Write run(i), choose packages and budget, and see whether its memory stays bounded.',
  },
  patterns: {
    heading: 'Does it grow?',
    about:
      'Small programs of a page or two, sorted by where they keep what they keep. Some grow for ever, and some only look like it. Predict, then let it be judged.',
    answers: 'Tell me which of them grow',
    growing: 'Grows',
    bounded: 'Bounded',
    'over-budget': 'Bounded, and too large',
  },
  programs: {
    heading: 'Whole programs',
    about: 'The services of the lessons, to work on without the text.',
    plain: 'plain Python',
    unit: (unit: string) => `by the ${unit}`,
    lesson: 'with a lesson',
  },
  itsLesson: 'Its lesson',
  workbench: 'Workbench',
};
