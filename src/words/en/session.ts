/** What the workbench itself does: its files, its process, its links, and the learner’s own program. */
export const words = {
  files: {
    editable: 'Part of the program; change what you like.',
    locked: 'Part of the program.',
    diagnose: 'Yours. Diagnose runs it inside the living program.',
    workload: (unit: string) => `One ${unit} of load. Every run calls it again and again.`,
    check: 'What a fix must keep. Check asserts it under load.',
    diagnosis: 'What a diagnosis must have found.',
  },
  runtime: {
    offline: 'You are offline, and Python has not been loaded yet.',
    failed: 'The runtime did not load.',
  },
  process: {
    stopped: 'The process was ended.',
    timedOut: (seconds: number) => `Nothing came back for ${seconds} seconds, so the process was ended.`,
    outOfMemory: 'The process reached the memory limit of the sandbox, and was ended.',
    ended: 'The process has ended.',
  },
  link: {
    unpackerAway: 'What unpacks it could not be loaded. Reload the page to try again.',
  },
  own: {
    readerAway: 'What reads the settings could not be loaded. Reload the page to try again.',
    otherLesson: 'The run is of a lesson that is not open now. Open that first.',
    theRun: 'The run',
    runBack: 'The code and the settings of the run are back.',
    onlyFile: (name: string) => `${name} is the only file of the program. Add another one first.`,
    removed: (name: string) => `${name} is removed.`,
    afresh: 'You begin afresh, with the example.',
    fixedFiles:
      'A lesson has the files that its author gave it. Begin with the example for a program of your own.',
    foreignFile: (name: string, names: string) =>
      `${name} is no file to change in this lesson; there are ${names}.`,
  },
};
