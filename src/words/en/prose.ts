/** What the prose of a lesson is put together with. */
export const words = {
  predict: 'Predict first',
  right: 'Yes.',
  wrong: 'Not this one.',
  hint: (grade: string) => `Hint ${grade}`,
  /** In place of a figure that is held back. */
  later: {
    run: '(shown after your run)',
    check: '(shown after your check)',
    fix: '(shown after your fix)',
  },
  change: {
    show: 'Show the change against the start',
    removed: 'removed: ',
    added: 'added: ',
  },
  glossary: {
    more: 'More in the glossary',
    moreOf: (word: string) => `More in the glossary: ${word}`,
  },
  sources: 'Sources',
};
