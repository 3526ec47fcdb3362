/** A path with its steps, and the page of a team's own. */
export const words = {
  begin: 'Begin the first step',
  group: 'Go along it with a group',
  withGroup: (title: string) => `${title}, with a group`,
  buildsOnBefore: 'It builds on',
  buildsOnAnd: ' and ',
  buildsOnAfter: '.',
  whole: 'the whole lesson',
  offline: 'Take this path offline',
  afterwards: 'Afterwards you can',
  own: {
    back: (title: string) => `Go back to “${title}”`,
    copied: 'Copied. The link carries the whole path.',
    notCopied: 'The browser allows no copying here. The address of this page is the link.',
    noReader: 'What reads a path could not be loaded. Are you offline? Open it once more.',
    noView: 'What shows a path could not be loaded. Are you offline? Reload the page.',
  },
};
