/** Where to begin when nothing has been searched for, or nothing was found. */
export const suggestions = [
  { path: 'symptoms/', title: 'Symptoms', about: 'What you see, what it means, and which tool answers it.' },
  { path: 'glossary/', title: 'Glossary', about: 'What the words mean, from arena to worker recycling.' },
  { path: 'lessons/', title: 'Lessons', about: 'Investigations, from the symptom to the proof.' },
  { path: 'sandboxes/', title: 'Sandboxes', about: 'Leaky programs to run, break and mend.' },
] as const;
