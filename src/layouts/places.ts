/** The lists of the site, in the order of its header. `aside`: for looking something up; the header of a narrow page lacks it. */
export const places = [
  { id: 'lessons', aside: false },
  { id: 'paths', aside: true },
  { id: 'sandboxes', aside: false },
  { id: 'symptoms', aside: true },
  { id: 'glossary', aside: true },
] as const;
export type Place = (typeof places)[number]['id'];
