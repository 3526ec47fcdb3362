/** From what one sees to what it means, and who answers it. */
export const words = {
  heading: 'Symptoms',
  description: 'What you see of a memory leak in a Python service, what it means, and which tool answers it.',
  lead: 'Begin with what you see. Each says what it means, which tool answers it, and where to practise it. Some of the sandboxes grow, and some only look like it.',
  allTools: 'All tools, and what they answer',
  allPatterns: 'All patterns, by where they keep what they keep',
  lesson: 'Lesson',
  sandboxes: 'Sandboxes',
  words: 'Words',
  source: 'Source',
  tools: 'Tools',
  patterns: 'Patterns',
};
