/** The page that shows what `leaklab --json` wrote. */
export const words = {
  open: 'Open a report',
  openAnother: 'Open another report',
  drop: 'Or drop it anywhere on this page, several at once if you like.',
  letGo: 'Let go to open it.',
  staysHere: 'It is read in this browser and goes nowhere else.',
  print: 'Print, or save as PDF',
  reading: 'Reading it …',
  tooMany: (files: number, most: number) => `These are ${files} files. The first ${most} are opened.`,
  notLoaded: 'What draws a report could not be loaded. Are you offline? Open the file once more.',
  opened: 'Opened reports',
  notOpened: 'not opened',
  label: 'Report',
  /** As the subject of a curve. */
  program: 'the program',
  sections: {
    error: 'The error',
    allocated: 'Where it was allocated',
    keptAllocated: 'Where what is kept was allocated',
    survived: 'What survived',
    kept: 'What is kept',
    holders: 'Who holds it',
    measured: 'How it was measured',
    notes: 'Notes',
    lines: 'Lines of the program in this report',
  },
  /** After the place of a line. */
  inFunction: (name: string) => `in ${name}`,
  facts: {
    crashedIn: 'Crashed in',
    unitsBefore: 'Units before',
    broken: 'Broken',
    load: 'Load',
    growth: 'Growth',
    sensitivity: 'Growth that counts',
    detectionLimit: 'Could have seen',
    kept: 'Kept',
    budget: 'Budget',
    imported: 'Imported by the first units',
    outside: 'Outside malloc',
    meter: 'Measured by',
    seed: 'Seed',
    seconds: 'Took',
  },
  phases: { import: 'import', 'warm-up': 'warm-up', load: 'load', diagnosis: 'diagnosis' },
  brokenPhases: { before: 'before the load', during: 'during the load', after: 'after the load' },
  afterWarmUp: (load: string) => `${load} after warming up`,
  keptAtPeak: (kept: string, peak: string) => `${kept}, at its peak ${peak}`,
  notCounted: (bytes: string) => `${bytes}, not counted as kept`,
  outside: (rate: string) =>
    `${rate}: mapped memory, stacks of threads, or what a library allocates for itself`,
  meters: {
    mallinfo: 'mallinfo: what is in use of malloc',
    mallinfo2: 'mallinfo2: what is in use of malloc',
    tracemalloc: 'tracemalloc: what Python allocates',
  },
  lastSeed: (seed: number, checks: string) => `${seed}, the last of ${checks}`,
  /** What a report is called that stands in its own page. */
  thisFile: 'This file',
  quoted: (name: string) => `“${name}”`,
  /** Each names the file, quoted. */
  refused: {
    unread: (file: string) => `${file} could not be read. Is it a folder? Drop the files that are in it.`,
    tooLarge: (file: string, most: string) =>
      `${file} is larger than ${most}, which no report of leaklab is.`,
    empty: (file: string, command: string) => `${file} is empty. Save what ${command} prints.`,
    notJson: (file: string, command: string) =>
      `${file} is not JSON. Save what ${command} prints, and nothing else.`,
    noVerdict: (file: string, command: string) =>
      `${file} is JSON, but no report of leaklab: it has no verdict. Open what ${command} prints.`,
    tooManyReads: (file: string, reads: string, most: string) =>
      `${file} has ${reads} reads of the meter. A report has at most ${most}.`,
    unknownField: (file: string, place: string) =>
      `${file} has a field that this page does not know: ${place}. A newer leaklab wrote it; open it with the page of that version.`,
    missingField: (file: string, place: string) =>
      `${file} has no field ${place}. An older leaklab wrote it; judge again with this one.`,
    unknownKind: (file: string, place: string, kind: string) =>
      `${file} has a ${place} that this page does not know: ${kind}. A newer leaklab wrote it; open it with the page of that version.`,
    wrongValue: (file: string, place: string) =>
      `${file} has a value at ${place} that a report does not have there. Open it as leaklab wrote it.`,
  },
};
