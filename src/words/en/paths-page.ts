/** The pages of paths, but for the paths themselves. */
export const words = {
  heading: 'Paths',
  description:
    'Lessons in an order, for whoever has a reason and so many minutes: on call, Flask and Django, FastAPI and asyncio, Celery, production.',
  lead: 'Lessons in an order, for whoever has a reason and so many minutes. A lesson that you open from a path leads on along it, and each path has notes for those who go along it with a group.',
  file: {
    heading: 'A path of your own',
    aboutBefore:
      'For your team, in a file: which lessons, in which order, and why. It opens here and works as those above do. Its link carries it whole, and needs no server either. You may have',
    aboutLink: 'one open already',
    aboutAfter: '.',
    summary: 'How such a file looks',
    label: 'A path as a file',
    /** What a team may begin with; it opens as it stands. */
    example: `title: Our first week
for: For new colleagues who will be on call.
steps:
  - lesson: line-or-plateau
    why: Our dashboards show resident memory.
  - lesson: flask-cache-by-client
    stages: [symptom, observe]
    minutes: 8
    why: Our load test has one client, too.
    show: Ask which of our caches has no limit.
afterwards:
  - Read our memory dashboard.
  - Say what our load test does not show.
`,
    fields:
      'Name a lesson as its address does. Without `stages` the whole lesson is meant, and it knows its minutes. `show` is for whoever leads a group; `incident`, beside `title`, tells which incidents of yours fit, and `within` how many minutes there are.',
  },
  opener: {
    label: 'Open a path',
    about: 'Or drop the file anywhere on this page. It is read in this browser and goes nowhere else.',
    noScript: 'Without JavaScript no file can be opened here.',
  },
  own: {
    heading: 'A path of your own',
    description: 'Open a path that your team has written: lessons in an order, with your reasons.',
    lead: 'Lessons in the order of your team, with its reasons.',
    none: 'No path is open in this browser. Open its file, or the link that somebody has sent you.',
    file: 'How such a file looks',
    unkept:
      'This browser keeps nothing here, so the lessons cannot lead on along the path. Come back to this page after each.',
    copy: 'Copy a link to it',
    close: 'Close it',
  },
  group: {
    description: (title: string) =>
      `For whoever leads a group along the path “${title}”: agenda, questions with their answers, and a handout.`,
    lead: 'For whoever leads a group. The answers are here, so keep this page to yourself and show the lessons.',
    ownHeading: 'A path of your own, with a group',
    ownDescription: 'For whoever leads a group along a path that the team has written itself.',
    none: 'No path is open in this browser.',
    open: 'Open one',
    noScript: 'Without JavaScript no path of your own can be shown.',
  },
};
