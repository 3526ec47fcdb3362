/** From what one sees to what one types. */
export const words = {
  heading: 'Cheat sheet',
  description:
    'From what you see of a memory leak in Python to what you type, and what the answer means. One page to print.',
  lead: 'From what you see to what you type, and what the answer means. `work(n)` stands for n requests, tasks or messages of your own; import what a line names. Each row leads to the lesson that teaches it.',
  lesson: (position: string) => `Lesson ${position}`,
};
