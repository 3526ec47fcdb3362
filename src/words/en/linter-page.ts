/** What a linter sees of a leak. */
export const words = {
  heading: 'What a linter sees of a leak',
  description:
    'Which leaks in Python code a linter can find, which it cannot, and why: each shown by a few lines that Ruff was run on.',
  lead: 'The editor marks what Ruff finds in your code. Ruff reads; it runs nothing, and it knows no load. So it sees a leak that can be told from how the code is written, and no other.',
  seen: {
    heading: 'What it can see',
    about:
      'How a thing is written can decide how long it lives. That stands in one place, and a linter finds it. These are the rules about it that the editor here looks for.',
  },
  unseen: {
    heading: 'What it cannot see',
    about:
      'Most leaks are two places: one that adds, and one that would take away and was never written. In each of these Ruff finds nothing, with all the rules above turned on.',
  },
  nothing: 'Ruff finds nothing',
  code: (title: string) => `${title}: the code`,
  consequence: {
    heading: 'What follows from that',
    loadBefore:
      'Let the linter take what it can: it costs nothing and it is there while you type. That it is silent says little. Whether memory is bounded is a question about a program under load, and load is what answers it: run it, see whether it settles, and ask the living process who holds what stayed.',
    loadLink: 'The lessons',
    loadAfter: ' are about that.',
    besides:
      'Ruff also marks here what does not work at all: syntax errors, names that there are not, imports that nothing uses, and calls that block an event loop. F8 goes from one to the next; Shift Alt F formats the file, and Undo takes that back.',
  },
};
