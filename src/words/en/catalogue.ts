/** What the lists of the course say beside what their authors wrote. */
export const words = {
  places: {
    caches: 'In a cache',
    registries: 'In a registry, a list or a dict',
    callbacks: 'In a callback',
    threads: 'In a thread',
    asyncio: 'In a task or a future',
    outside: 'Out of sight',
  },
  standardLibrary: 'Standard library alone',
  found: {
    also: (text: string, names: string) => `${text} Also: ${names}.`,
    openSandbox: (title: string) => `Open the sandbox “${title}”`,
    uses: (text: string, packages: string) => `${text} Uses ${packages}.`,
  },
  pages: {
    lessons: { title: 'Lessons', text: 'All lessons, with your progress.' },
    paths: {
      title: 'Paths',
      text: 'Lessons in an order, for a purpose and so many minutes, with notes for whoever leads a group.',
    },
    ownPath: {
      title: 'A path of your own',
      text: 'Open a path that your team has written, as a file or a link.',
    },
    sandboxes: { title: 'Sandboxes', text: 'All sandboxes: programs to run and change.' },
    symptoms: { title: 'Symptoms', text: 'What you see, what it means, which tool answers it.' },
    cheatSheet: {
      title: 'Cheat sheet',
      text: 'From what you see to what you type, and what the answer means, on one page to print.',
    },
    glossary: { title: 'Glossary', text: 'What the words mean.' },
    ownProgram: {
      title: 'Your own program',
      text: 'An empty sandbox: write run(i), or open a zip or a folder of your own, and have its memory judged.',
    },
    report: {
      title: 'A report of your own',
      text: 'Open what python -m leaklab judge --json measured of your own service, and see it drawn.',
    },
    linter: {
      title: 'What a linter sees of a leak',
      text: 'Which rules of Ruff point at what keeps memory, and what no linter can see.',
    },
  },
};
