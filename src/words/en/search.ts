/** The search, once it is open. */
export const words = {
  search: 'Search',
  field: 'Search lessons, symptoms, the glossary and sandboxes',
  placeholder: 'A word, a tool, a symptom',
  searching: 'Searching …',
  notLoaded: 'The search could not be loaded. Are you offline? It needs the built site, with its index.',
  again: 'Search again',
  nothingFound: (query: string) => `Nothing found for “${query}”.`,
  results: {
    one: '1 result.',
    all: (total: number) => `${total} results.`,
    best: (shown: number, total: number) => `The best ${shown} of ${total} results.`,
  },
  /** By what the index calls it. */
  kinds: {
    Lesson: 'Lesson',
    Word: 'Word',
    Symptom: 'Symptom',
    Path: 'Path',
    Sandbox: 'Sandbox',
    Page: 'Page',
  } as Record<string, string>,
  advice: 'Try a shorter word, or begin here:',
  places: {
    symptoms: 'What you see, what it means, and which tool answers it.',
    glossary: 'What the words mean, from arena to worker recycling.',
    lessons: 'Investigations, from the symptom to the proof.',
    sandboxes: 'Leaky programs to run, break and mend.',
  },
  keys: {
    choose: 'choose',
    open: 'open',
    close: 'Close',
  },
};
