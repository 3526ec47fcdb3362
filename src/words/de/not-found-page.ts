import type { words as english } from '../en/not-found-page.ts';

export const words: typeof english = {
  heading: 'Diese Adresse hält nichts',
  description: 'Unter dieser Adresse gibt es keine Seite.',
  lead: 'Die Seite ist umgezogen, oder es gab sie nie. Deine Arbeit in den Lektionen bewahrt der Browser auf; sie ist unberührt.',
  lessons: 'Zu den Lektionen',
  curve: 'nichts belegt',
};
