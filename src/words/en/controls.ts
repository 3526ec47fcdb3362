/** A page is one or the other; its notices speak of it. */
type Place = 'lesson' | 'sandbox';

/** What the workbench is worked with, and what it tells beside the code. */
export const words = {
  controls: 'Controls',
  run: 'Run',
  runTitle: (units: string) => `Put the program under ${units} and watch its memory`,
  diagnose: 'Diagnose',
  diagnoseTitle: 'Run diagnose.py inside the living program',
  check: 'Check',
  checkTitle: 'Judge whether memory stays bounded and behaviour is kept',
  shortcut: 'Ctrl ↵',
  stop: 'Stop',
  compare: 'Compare',
  load: {
    name: 'Load',
    turned: '(turned)',
    title: 'Turn what Run loads the program with',
    menu: 'Load of Run',
    range: (least: number, most: string) => `${least} to ${most}`,
    outOfRange: (least: number, most: string) => `A whole number from ${least} to ${most}.`,
    ofRunAlone: 'For Run alone. Check loads it as the contract says.',
    asDeclared: 'As declared',
  },
  reset: {
    name: 'Reset',
    file: (name: string) => `Reset ${name}`,
    allFiles: 'Reset all files',
  },
  panes: {
    name: 'Panes',
    read: 'Read',
    code: 'Code',
    results: 'Results',
  },
  running: 'running',
  room: {
    wrap: 'Wrap long lines',
    format: 'Format',
    whole: 'Workbench on the whole page',
    keys: 'Keys',
    keysDo: [
      { keys: 'Ctrl Enter', does: 'Check; in diagnose.py, Diagnose' },
      { keys: 'Esc, then Tab', does: 'leave the editor' },
      { keys: 'Ctrl M', does: 'let Tab always leave it' },
      { keys: 'Ctrl Space, or a full stop', does: 'complete' },
      { keys: 'Ctrl K, Ctrl I', does: 'say what the name at the caret is' },
      { keys: 'Ctrl Shift Space', does: 'show the parameters of a call' },
      { keys: 'F8', does: 'go to what Ruff finds' },
      { keys: 'Shift Alt F', does: 'format' },
      { keys: 'Ctrl F', does: 'find' },
      { keys: 'Ctrl /', does: 'comment lines' },
      { keys: 'Alt ↑, Alt ↓', does: 'move a line' },
      { keys: '← →, Home, End', does: 'go through the tabs, once one has the focus' },
    ],
  },
  notices: {
    close: 'Close',
    undo: 'Undo',
    setAside: (names: string) => `Your text of ${names} is set aside.`,
    shared: (place: Place) =>
      `This ${place} is open in another tab as well. What you type in one shows in the other; where both wrote, the replaced text is set aside.`,
    changed: (place: Place) => `This ${place} has changed since you began. Your files are as you left them.`,
    seeStart: 'See the new start',
    keepMine: 'Keep mine',
  },
  trouble: {
    full: () =>
      'This browser’s storage is full, so what you type is not kept after you leave. Work goes on as usual.',
    forbidden: () =>
      'This browser allows no storage here, so what you type is not kept after you leave. Work goes on as usual.',
    malformed: (place: Place) =>
      `What was kept of this ${place} could not be read. It was put aside, not deleted; you begin afresh.`,
    older: () =>
      'What was kept comes from an older version and could not be brought over. It was left as it is.',
  },
  offer: {
    open: 'Open it',
    leave: 'Leave it',
    carries: (parts: string) => `The link that you opened carries ${parts}.`,
    texts: (names: string) => `another text of ${names}`,
    load: 'a load for Run',
    container: (mebibytes: string, perSecond: string) =>
      `a container of ${mebibytes} MiB at ${perSecond} a second`,
    programBefore: 'The link that you opened carries a whole program,',
    programName: (title: string) => `“${title}”`,
    programAfter: (files: string, packages: string, budget: string, cap: string) =>
      `: ${files}; ${packages}; ${budget} may stay, over at most ${cap}.`,
    noPackages: 'the standard library alone',
    replaces: 'Opened, it takes the place of yours, which is set aside.',
    otherStart: 'It was made with another version of this program: what it does not carry is as it is here.',
    runsNothing: 'Nothing of it runs until you run it.',
    unreadable: (reason: string) => `The code in the link that you opened cannot be read. ${reason}`,
  },
  link: {
    copy: 'Copy a link',
    carries: {
      code: 'Your code travels in the address itself, to a sandbox of this program, with the load and the container that you have set.',
      program: 'Your files and settings travel in the address itself.',
    },
    onNoServer: 'It is kept on no server, and nothing of it runs until whoever opens it says so.',
    copied: (characters: string) => `The link is copied. It has ${characters} characters.`,
    copiedLong: (characters: string) =>
      `The link is copied. It has ${characters} characters; where that is too long, take it home and send the zip.`,
    notCopied: 'This browser let nothing be copied. Here is the link:',
    address: 'Link to your code',
    tooLarge: (bytes: string) =>
      `Your code has ${bytes}, too much for an address. Take it home and send the zip.`,
    failed: 'What packs the link could not be loaded. Look at your connection and press again.',
  },
  takeHome: {
    take: 'Take it home',
    about:
      'A zip with the program as you left it, its load and its check, and a pytest test that gives the same verdict on your own machine.',
    packing: 'Packing it …',
    taken: (name: string) => `${name} is in your downloads. Its README.md has the three commands.`,
    failed: (reason: string) => `It could not be packed: ${reason} Nothing is lost; press again to retry.`,
  },
};
