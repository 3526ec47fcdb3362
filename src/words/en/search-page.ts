/** The search on a page of its own. */
export const words = {
  heading: 'Search',
  description: 'Search the lessons, symptoms, words and sandboxes of Leaklab.',
  lead: 'Lessons, symptoms, words and sandboxes. The index is a part of the site: what you look for is sent nowhere.',
  noScript: {
    before: 'The search needs JavaScript. Everything can be reached without it from the',
    glossary: 'glossary',
    symptomsBefore: ', the',
    symptoms: 'symptoms',
    lessonsBefore: ', the',
    lessons: 'lessons',
    sandboxesBefore: ' and the',
    sandboxes: 'sandboxes',
    after: '.',
  },
};
