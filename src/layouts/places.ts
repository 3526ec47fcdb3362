/** The lists of the site, in the order of its header. `aside`: for looking something up; the header of a narrow page lacks it. */
export const places = [
  { id: 'lessons', name: 'Lessons', aside: false },
  { id: 'paths', name: 'Paths', aside: true },
  { id: 'sandboxes', name: 'Sandboxes', aside: false },
  { id: 'symptoms', name: 'Symptoms', aside: true },
  { id: 'glossary', name: 'Glossary', aside: true },
] as const;
export type Place = (typeof places)[number]['id'];
