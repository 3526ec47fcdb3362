import type { words as english } from '../en/lessons-page.ts';

export const words: typeof english = {
  heading: 'Lektionen',
  description: 'Alle Lektionen von Leaklab, und wie weit du in ihnen gekommen bist.',
  lead: 'Jede ist eine Untersuchung in sieben Etappen, vom Symptom bis zum Nachweis. Der erste Teil gibt dir die Instrumente, eins nach dem anderen; danach fang dort an, wo dein eigener Dienst wehtut.',
};
