import type { words as english } from '../en/symptoms-page.ts';

export const words: typeof english = {
  heading: 'Symptome',
  description:
    'Was du von einem Speicherleck in einem Python-Dienst siehst, was es bedeutet und welches Werkzeug darauf antwortet.',
  lead: 'Beginne mit dem, was du siehst. Zu jedem Symptom steht hier, was es bedeutet, welches Werkzeug darauf antwortet und wo du es üben kannst. Manche der Sandboxes wachsen, und manche sehen nur so aus.',
  allTools: 'Alle Werkzeuge, und worauf sie antworten',
  allPatterns: 'Alle Muster, danach geordnet, wo sie behalten, was sie behalten',
  lesson: 'Lektion',
  sandboxes: 'Sandboxes',
  words: 'Begriffe',
  source: 'Quelle',
  tools: 'Werkzeuge',
  patterns: 'Muster',
};
