/** The list of lessons. */
export const words = {
  heading: 'Lessons',
  description: 'Every lesson of Leaklab, with how far you have come.',
  lead: 'Each one is an investigation in seven stages, from the symptom to the proof. The first part gives you the instruments, one at a time; after it, begin where your own service hurts.',
};
