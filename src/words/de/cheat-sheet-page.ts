import type { words as english } from '../en/cheat-sheet-page.ts';

export const words: typeof english = {
  heading: 'Spickzettel',
  description:
    'Von dem, was du bei einem Speicherleck in Python siehst, zu dem, was du tippst, und zu dem, was die Antwort bedeutet. Eine Seite zum Drucken.',
  lead: 'Von dem, was du siehst, zu dem, was du tippst, und zu dem, was die Antwort bedeutet. `work(n)` steht für n eigene Anfragen, Aufgaben oder Nachrichten; importiere, was eine Zeile nennt. Jeder Eintrag führt zu der Lektion, die ihn lehrt.',
  lesson: (position) => `Lektion ${position}`,
};
