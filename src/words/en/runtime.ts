/** Python in the browser: what keeps it from coming, and how it ends. `reason` and `error` are a browser’s own words. */
export const words = {
  download: {
    /** What is fetched first, as the subject of a sentence; other files go by their names. */
    runtime: 'The Python runtime',
    stalled: (name: string, seconds: number) =>
      `${name} did not come: no byte for ${seconds} seconds. Is the network slow or gone?`,
    cut: (name: string) => `${name} came only in part: the connection was lost.`,
    unreached: (name: string) => `${name} could not be reached. Is the network there?`,
    misplaced: (status: number, url: string) =>
      `The Python runtime is not where it should be (${status} for ${url}).`,
    refused: (name: string, status: number) => `${name} could not be fetched: the server answered ${status}.`,
    changed: (name: string) => `${name} is not the file that this page was built with. Reload the page.`,
    noStorage: 'This browser allows the site no storage, so nothing can be kept here.',
  },
  /** What came in place of `runtime.json`. */
  manifest: {
    empty: 'The server sent runtime.json empty.',
    page: 'The server sent a web page in place of runtime.json. Does the network ask you to sign in first? Do so in another tab.',
    partial: 'The server sent only a part of runtime.json, or something that is none.',
    noList:
      'The server sent a runtime.json that does not fit this page: it is no list of files. Reload the page.',
    misfit: (field: string) =>
      `The server sent a runtime.json that does not fit this page: its field "${field}" is missing or wrong. Reload the page.`,
  },
  frame: {
    silent:
      'The frame that Python runs in does not answer: a Content-Security-Policy header of the server seems to forbid its script. Whoever runs this site has to allow what SECURITY.md lists under "What a host must send".',
    forbidden: (directive: string) =>
      `A Content-Security-Policy header of the server forbids what Python needs (${directive}). Whoever runs this site has to allow what SECURITY.md lists under "What a host must send".`,
    late: 'The frame that Python runs in did not start in time.',
    failed: (reason: string) => `This browser could not load Python: ${reason}`,
    worker: 'The worker could not start.',
  },
  start: {
    failed: (reason: string) => `Python could not start: ${reason}`,
    late: 'it took too long.',
  },
  over: 'This interpreter has ended.',
  noSignal: (text: string) => `Python said something that is no signal: ${text}`,
  /** How a program brought its interpreter to an end. */
  ended: {
    outOfMemory: 'The interpreter ran out of memory and ended.',
    exit: 'The program ended the interpreter (os._exit).',
    callStack: 'The program went too deep for the interpreter: the call stack overflowed.',
    broken: (error: string) => `The program brought the interpreter itself down (${error}).`,
  },
  /** A program that says too much. */
  flood: {
    ended: (excess: string) => `The program sent the page ${excess}, and its interpreter was ended.`,
    signal: (characters: string) => `a signal of more than ${characters} characters`,
    second: (signals: string) => `more than ${signals} signals in a second`,
    signals: (signals: string) => `more than ${signals} signals in one run`,
    characters: (characters: string) => `more than ${characters} characters in one run`,
  },
  /** Why a verdict has no explanation. */
  unexplained: {
    note: (reason: string) => `It could not be explained: ${reason}`,
    silent: (seconds: number) => `nothing came back for ${seconds} seconds.`,
    otherEnd: 'the program came to another end.',
  },
};
