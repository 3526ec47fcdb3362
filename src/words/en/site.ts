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
};
