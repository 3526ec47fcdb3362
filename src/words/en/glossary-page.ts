/** The words of the field. */
export const words = {
  heading: 'Glossary',
  description:
    'The words of hunting memory leaks in Python: what each means, exactly and in a few sentences.',
  lead: 'What the words mean here, and where they are explained at work. In a lesson, press a word with dots under it.',
  letters: 'Letters',
  aliases: (aliases: string) => `also: ${aliases}`,
  see: 'See',
  lessons: 'In',
  source: 'Source',
};
