/** The page that an LMS opens. */
export const words = {
  page: { course: 'Course', noScript: 'Without JavaScript this lesson cannot be opened.' },
  step: (place: number, of: number, title: string) => `Step ${place} of ${of}: ${title}`,
  /** How far one is in a lesson of the list. */
  lesson: {
    proved: 'Proved',
    done: 'Done',
    stages: (reached: number, stages: string) => `${reached} of ${stages}`,
  },
  /** How far one is in all of it. */
  standing: {
    proved: 'All stages reached, every fix proved',
    done: 'All stages reached',
    stages: (reached: number, of: number, percent: number) => `${reached} of ${of} stages, ${percent} %`,
  },
  lms: {
    open: 'Your progress is reported to the LMS.',
    none: 'No LMS opened this page, so nothing is reported. All else works; your progress stays in this browser.',
    refused:
      'The LMS did not begin a visit, so nothing is reported. Close this page and open it from the LMS again.',
  },
  trouble: {
    notTaken: 'The LMS did not take all that it was told. Your progress stays in this browser too.',
    noStorage:
      'This browser keeps nothing for this page: the LMS is told which stages you reach, and your code is gone when you leave.',
  },
  /** For what the LMS keeps too few characters. */
  noRoom: {
    lessons: (count: number) => (count === 1 ? 'one lesson' : `${count} lessons`),
    program: (characters: string, lessons: string) =>
      `The LMS keeps ${characters} characters: for your program of ${lessons} there is no room, and it stays in this browser alone.`,
    scratch: (characters: string, lessons: string) =>
      `The LMS keeps ${characters} characters: for your diagnose.py of ${lessons} there is no room, and it stays in this browser alone.`,
    both: (characters: string, program: string, scratch: string) =>
      `The LMS keeps ${characters} characters: for your program of ${program} and your diagnose.py of ${scratch} there is no room, and it stays in this browser alone.`,
  },
  /** What an earlier visit left. */
  kept: {
    foreign: 'What the LMS kept was not written by this package.',
    otherVersion: (version: string) =>
      `What the LMS kept was written by another version (${version}) of this package.`,
    damaged: 'What the LMS kept is damaged, and nothing in it could be read.',
    startsAnew: 'This visit starts anew; what this browser has is kept.',
    partlyLost: 'A part of what the LMS kept could not be read: some code may be missing.',
  },
};
