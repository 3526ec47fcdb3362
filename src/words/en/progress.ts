/** The page of the learner's progress, and the files that it saves and opens. */
export const words = {
  reading: 'Reading what is kept …',
  forbidden: 'This browser allows no storage here, so nothing of your work is kept when a page is closed.',
  nothing: 'Nothing yet. What you do in a lesson is kept in this browser, and shown here.',
  sum: {
    provedAfter: (lessons: string) => ` of ${lessons} proved`,
    timeBefore: ', ',
    timeAfter: ' in all',
  },
  table: {
    label: 'What you have done',
    lesson: 'Lesson',
    stages: 'Stages',
    lastCheck: 'Last check',
    time: 'Time',
    hints: 'Hints',
    proved: 'Proved',
    reached: (stages: number, of: number) => `${stages} of ${of}`,
    sandbox: 'Sandbox',
    noCheck: 'none',
  },
  unknownLessons: (lessons: string) => `And ${lessons} that this site does not have.`,
  proofs: {
    heading: 'Show that you can',
    aboutBefore: 'A proof has your fix and what the check said of it. Whoever gets it can ',
    aboutLink: 'measure it again',
    aboutAfter: ' and need not believe you.',
    name: 'Name on your proofs',
    nameMissing: 'Write the name that your proofs are to carry; any will do.',
    save: 'Save',
    saveOf: (lesson: string) => `Save the proof of ${lesson}`,
    copyLink: 'Copy a link',
    copyLinkOf: (lesson: string) => `Copy a link to the proof of ${lesson}`,
    saveAll: 'Save all in a zip',
    saved: (file: string) => `Saved as ${file}.`,
    savedAll: (file: string, proofs: string) => `Saved as ${file}: ${proofs}.`,
    copied: 'The link is copied. Whoever opens it measures your fix again.',
    notCopied: 'This browser let nothing be copied. Here is the link:',
    link: 'Link to your proof',
    notMade: 'It could not be made.',
    notBounded: (lesson: string) => `${lesson} has no check that came out bounded.`,
    notSecure:
      'A proof is sealed, and a browser does that only on a page that came by HTTPS or from this machine.',
    notLoaded: 'The lesson’s program could not be loaded. Are you offline? Try once more.',
    changed: (lesson: string) => `${lesson} has changed since you proved it. Check your fix there once more.`,
  },
  carry: {
    heading: 'Take it with you',
    about:
      'One file has everything: your code, the stages, the runs with their verdicts. Open it in another browser, and it is added to what is there. Nothing there is replaced.',
    save: 'Save to a file',
    add: 'Add from a file',
    delete: 'Delete everything …',
    deleteLabel: 'Delete everything?',
    reallyDelete: (lessons: string, runs: string) => `Delete ${lessons} and ${runs}?`,
    yes: 'Delete',
    no: 'Keep',
    bringBack: 'Bring it back',
    saved: (file: string, lessons: string, runs: string) => `Saved as ${file}: ${lessons} and ${runs}.`,
    nothingNew: 'All of it was here already.',
    added: (lessonsOrRuns: string) => `${lessonsOrRuns} added`,
    extended: (lessons: string) => `${lessons} extended`,
    displaced: (lessons: string) =>
      `Of ${lessons} you have other code here: yours stays, and the file’s is among the earlier runs.`,
    displacedRun: 'Came with a file',
    unread: (parts: string) => `${parts} of the file could not be read.`,
    deleted: 'Everything that was kept here is deleted.',
    isBack: 'It is back.',
    noRoom: 'There is no room for it in this browser. Nothing was changed.',
  },
  /** Why one is refused. */
  file: {
    tooLarge: (name: string) => `“${name}” is larger than any progress that this page saves.`,
    unreadable: (name: string) => `“${name}” could not be read. Is it a folder?`,
    noJson: (name: string) => `“${name}” is not JSON. Open a file that this page has saved.`,
    noProgress: (name: string) =>
      `“${name}” is JSON, but no progress of Leaklab. Open a file that this page has saved.`,
    noField: (name: string, field: string) =>
      `“${name}” has no ${field} as saved progress has it. Open a file that this page has saved.`,
    newer: (name: string) =>
      `“${name}” was saved by a newer version of the site. Reload this page, or open the file there.`,
    tooManyLessons: (name: string, count: number) =>
      `“${name}” has ${count} lessons, more than any course has.`,
    tooManyRuns: (name: string, count: number) => `“${name}” has ${count} runs, more than any browser keeps.`,
    strangeLesson: (name: string, lesson: string) =>
      `“${name}” names a lesson “${lesson}”, which no lesson is called.`,
    tooOld: (name: string, version: number) =>
      `“${name}” was saved by version ${version} of the site, and nothing in it could be read.`,
  },
};
