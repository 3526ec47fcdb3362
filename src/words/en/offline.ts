/** What takes a path offline. */
export const words = {
  looking: 'Looking up what this path needs …',
  unknown: (reason: string) => `What this path needs could not be found out. ${reason}`,
  taking: 'Taking it along. You can go on reading here meanwhile.',
  removing: 'Removing it …',
  stopped: 'Stopped.',
  comeIsKept: 'What has come is kept; going on fetches only the rest.',
  toTake: {
    all: (bytes: string) =>
      `Its pages, the editor, and Python with the packages of its lessons: ${bytes} on this device.`,
    part: (bytes: string, missing: string) =>
      `Its pages, the editor, and Python with the packages of its lessons: ${bytes} on this device, of which ${missing} are to come.`,
  },
  taken: {
    all: (day: string, bytes: string) =>
      `On this device since ${day}; ${bytes}. Its lessons open, run and check without a network.`,
    part: (day: string, missing: string) =>
      `On this device since ${day}. Since then the site has changed, or some of it was cleared: ${missing} are to come.`,
  },
  progress: {
    label: 'Taken along',
    percent: (percent: number, bytes: string) => `${percent} % of ${bytes}`,
  },
  buttons: {
    take: 'Take it along',
    takeRest: 'Fetch the rest',
    goOn: 'Go on',
    stop: 'Stop',
    tryAgain: 'Try again',
    remove: 'Remove it',
  },
  /** As the subject of a sentence. */
  names: {
    listing: 'The list of the site’s files',
    startPage: 'The page of the start',
    page: (path: string) => `The page ${path}`,
  },
  reasons: {
    notLoaded: 'What fetches and keeps could not be loaded. Are you offline?',
    noRoom: 'There is no room left for it on this device. Make room, then go on.',
    tooLittleRoom: (free: string, missing: string) =>
      `This browser has room for ${free} here, and ${missing} are to come. Make room on this device, then go on.`,
    notFetched: (name: string, status: number) =>
      `${name} could not be fetched: the server answered ${status}.`,
    renewed: 'The site is being renewed just now. Try again in a minute.',
    otherFile: (name: string) =>
      `${name} is not the file that the site was built with. Try again in a minute.`,
    lessonGone: (slug: string) => `The site has no lesson "${slug}" any more. Reload the page.`,
    noListing: 'The server sent something else in place of offline.json. Reload the page.',
    otherListing: (field: string) =>
      `The server sent an offline.json that does not fit this page (${field}). Reload the page.`,
  },
};
