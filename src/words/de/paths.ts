import type { words as english } from '../en/paths.ts';

export const words: typeof english = {
  begin: 'Mit dem ersten Schritt beginnen',
  group: 'Mit einer Gruppe gehen',
  withGroup: (title) => `${title}, mit einer Gruppe`,
  buildsOnBefore: 'Der Lernpfad baut auf',
  buildsOnAnd: ' und ',
  buildsOnAfter: ' auf.',
  whole: 'die ganze Lektion',
  offline: 'Diesen Lernpfad offline mitnehmen',
  afterwards: 'Danach kannst du',
  own: {
    back: (title) => `Zurück zu „${title}“`,
    copied: 'Kopiert. Der Link trägt den ganzen Lernpfad in sich.',
    notCopied: 'Der Browser erlaubt hier kein Kopieren. Die Adresse dieser Seite ist der Link.',
    noReader:
      'Was einen Lernpfad liest, konnte nicht geladen werden. Bist du offline? Öffne ihn noch einmal.',
    noView: 'Was einen Lernpfad zeigt, konnte nicht geladen werden. Bist du offline? Lade die Seite neu.',
  },
};
