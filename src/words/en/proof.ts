/** Proofs: files of what somebody fixed, measured again, and their certificate. */
export const words = {
  open: 'Open proofs',
  openFolder: 'Open a folder',
  drop: 'Or drop files or a zip of them anywhere on this page.',
  letGo: 'Let go to open them.',
  judgedHere: 'Each fix is judged here, in this browser, as its lesson judges it. Nothing is sent anywhere.',
  measured: (done: number, proofs: string) => `${done} of ${proofs} measured.`,
  /** Around the number of those that hold, which is set bold. */
  holdBefore: (_proofs: string) => '',
  holdAfter: (count: number, proofs: string) => ` of ${proofs} ${count === 1 ? 'holds' : 'hold'}.`,
  stop: 'Stop',
  table: {
    label: 'Proofs',
    who: 'Who',
    claimed: 'Claimed',
    since: 'Since',
    measured: 'Measured',
    certificate: 'Certificate',
    again: 'Measure it once more',
    changes: (name: string) => `What ${name} changed`,
    start: 'The start',
  },
  /** A word for how it stands, and what is behind it. */
  standing: {
    waits: 'Waits',
    measuring: 'Measuring',
    starting: 'Python is starting',
    soFar: (units: string) => `${units} units so far`,
    open: 'Cannot tell',
    fails: 'Does not hold',
    changed: 'Was changed',
    changedSince: (measured: string) =>
      `It was changed after it was made. What it has now is measured: ${measured}`,
    otherVersion: 'Another version',
    otherStart: (measured: string) =>
      `It was made in another version of the lesson. In this one: ${measured}`,
    holds: 'Holds',
    claimFails: 'its claim does not hold for this program.',
    silent: (seconds: number) => `nothing came back for ${seconds} seconds.`,
    otherEnd: 'it came to another end.',
  },
  /** Why it could not be measured. */
  unmeasured: {
    noLesson: (lesson: string) => `This site has no lesson “${lesson}”.`,
    foreignFile: (file: string) => `It has a file ${file}, which nobody may change in this lesson.`,
    stopped: 'It was stopped.',
    notLoaded: 'What measures it could not be loaded. Are you offline? Measure it once more.',
  },
  certificate: {
    label: 'Certificate',
    print: 'Print, or save as PDF',
    back: 'Back to the table',
    fixed: 'found and fixed the leak of the lesson',
    proved: 'made and proved the claim of the lesson',
    claimedOn: (day: string) => `Claimed on ${day}`,
    measuredOn: (day: string) => `Measured again on ${day}`,
    detectionLimit: 'Growth that the check could have seen',
    perUnit: (slope: string) => `${slope} for each unit of load`,
    anybody: 'Anybody can measure it again: ',
  },
  /** What proofs are called that came in an address. */
  link: 'The link',
  /** Each names the file, quoted. */
  refused: {
    brokenLink: 'A part of the link is missing. Ask for it again.',
    none: 'There is no proof among these files.',
    zipTooLarge: (file: string) => `${file} is larger than any zip of proofs.`,
    zipEmpty: (file: string) => `${file} has no proofs in it.`,
    zipUnread: (file: string) => `${file} could not be read.`,
    unread: (file: string) => `${file} could not be read. Is it a folder?`,
    tooLarge: (file: string) => `${file} is larger than any proof.`,
    notJson: (file: string) => `${file} is not JSON. Open a file that the page of your progress has saved.`,
    noProof: (file: string) =>
      `${file} is JSON, but no proof of Leaklab. Open a file that the page of your progress has saved.`,
    newer: (file: string) => `${file} was made by a newer Leaklab. Measure it there, or reload this page.`,
    /** `field` is empty where it has others. */
    misfit: (file: string, field: string) =>
      `${file} has no ${field || 'fields'} as a proof has it. Ask for it again.`,
    unseen: (file: string) => `${file} has a name with signs in it that nobody sees. Ask for it again.`,
  },
};
