/** The room of one's own program: its settings, its files, and what was opened. */
type Units = { file: string; unit: string; units: string };

export const words = {
  settingsAndFiles: 'Settings and files',
  settings: {
    heading: 'Settings',
    name: 'Name',
    packages: 'Packages',
    unit: 'One unit is a',
    unitHint: 'what one call of run is',
    budget: 'Budget',
    budgetHint: 'that may stay in use',
    cap: 'Cap',
    capHint: (units: string) => `most ${units} that Check loads`,
    warmUp: 'Warm-up',
    warmUpHint: (units: string) => `${units} before the first reading`,
    finer: 'Finer settings',
    sensitivity: 'Growth that counts',
    sensitivityHint: (perUnit: string) => `bytes ${perUnit}`,
    rate: 'In production',
    rateHint: (units: string) => `${units} a second`,
    observed: 'Run loads',
    until: (reason: string, value: string) => `${reason} Until then it is ${value}.`,
  },
  load: {
    plain: ({ file, unit }: Units) => `run(i) in ${file} is a plain function: one ${unit} at a time.`,
    async: ({ file, units }: Units) =>
      `run(i) in ${file} is async: up to eight ${units} overlap, on virtual time.`,
    missing: ({ file, units }: Units) =>
      `${file} has no run(i) yet. Write def run(i):, or async def run(i): for ${units} that overlap.`,
  },
  files: {
    heading: 'Files',
    newName: (name: string) => `New name of ${name}`,
    rename: 'Rename',
    cancel: 'Cancel',
    openFile: (name: string) => `Open ${name}`,
    renameFile: (name: string) => `Rename ${name}`,
    remove: 'Remove',
    removeFile: (name: string) => `Remove ${name}`,
    newFile: 'New file',
    add: 'Add',
    harness:
      'check.py says what must hold, in before(), during(i) and after(). workload.py takes the place of run(i) in program.py, and may have drain().',
  },
  opening: {
    label: 'Open and begin afresh',
    invitation:
      'Or open what you have: a lesson of your team, a zip from any sandbox, a folder, or single files.',
    files: 'Open a zip or files',
    folder: 'Open a folder',
    filesLabel: 'A zip or Python files',
    folderLabel: 'A folder',
    begin: 'Begin with the example',
    settings: 'Settings',
    what: 'A lesson of your team, a zip that was taken home from any sandbox, a folder of that shape, or single .py files; they can also be dropped anywhere on the bench. What is here is set aside, and nothing runs until you run it.',
  },
  lesson: {
    editable: (names: string) => `Yours to change: ${names}.`,
    ofAuthor: (installed: string) =>
      `A lesson from a folder or a zip: its load, its check and its settings are its author’s. Installed: ${installed}.`,
    standardLibrary: 'the standard library alone',
  },
  notices: {
    close: 'Close',
    choose: (stack: string) => `Choose ${stack}`,
    missingBefore: '',
    missingAfter: ' is not among the packages that you have chosen.',
    known: (names: string) => `Here there are ${names}; do without it, or judge the program natively.`,
    undo: 'Undo',
    asideBefore: 'What was there before is set aside: ',
    asideAfter: (names: string) => `, with ${names}.`,
  },
};
