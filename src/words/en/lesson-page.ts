/** What stands around the prose of a lesson. */
export const words = {
  skip: 'Skip to the workbench',
  stages: 'Stages of this lesson',
  lesson: (position: string) => `Lesson ${position}`,
  levels: {
    start: 'a first lesson',
    core: 'for those who have met tracemalloc',
    deep: 'for those who have done this before',
  },
  untranslated: 'This lesson is not translated yet.',
  original: 'To the original page',
  onward: {
    label: 'Other lessons',
    before: 'Before',
    next: 'Next',
    last: 'That was the last lesson',
    all: 'All lessons',
  },
};
