import type { words as english } from '../en/social.ts';

export const words: typeof english = {
  site: 'Finde das Leck. Weise nach, dass es weg ist.',
  lesson: (position) => `Lektion ${position}`,
  pattern: 'Wächst es?',
  sandbox: 'Sandbox',
  path: (minutes) => `Lernpfad, ${minutes}`,
  logo: 'Zwei Speicherkurven: Eine steigt, eine pendelt sich ein.',
};
