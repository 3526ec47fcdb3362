import type { words as english } from '../en/offline-page.ts';

export const words: typeof english = {
  heading: 'Diese Seite ist nicht auf diesem Gerät',
  description: 'Was ohne Netz gezeigt wird.',
  lead: 'Die Website ist nicht erreichbar, und diese Seite wurde nicht aufbewahrt: Sie wurde noch nie geöffnet und gehört zu keinem Lernpfad, den du offline mitgenommen hast. Was du in anderen Lektionen getippt hast, ist sicher.',
  lessons: 'Zu den Lektionen',
  pathsBefore: ', ',
  paths: 'zu den Lernpfaden',
  after: ' oder zurück dorthin, woher du gekommen bist. Sobald es wieder ein Netz gibt, lade die Seite neu.',
};
