/** What stands on every page, around it. */
export const words = {
  skip: 'Skip to the content',
  site: 'Site',
  search: 'Search',
  places: {
    lessons: 'Lessons',
    paths: 'Paths',
    sandboxes: 'Sandboxes',
    symptoms: 'Symptoms',
    glossary: 'Glossary',
  },
  footer: {
    privacy: 'Leaklab runs in your browser. Your code and your progress stay on this machine.',
    start: 'Start page',
    cheatSheet: 'Cheat sheet',
    progress: 'Your progress',
    report: 'Your report',
    linter: 'The linter',
  },
};
