import type { words as english } from '../en/survivors.ts';

export const words: typeof english = {
  none: 'Nichts, was unter der Last entstanden ist, lebt an ihrem Ende noch.',
  bands: {
    caption: () => 'Was am Ende noch lebt, nach dem Zeitpunkt seiner Entstehung',
    name: () =>
      'Überlebende nach Typ und nach dem Zeitpunkt ihrer Entstehung; die Zahlen stehen in der Tabelle darunter',
    moreTypes: (count) => `${count} weitere Typen`,
  },
  table: {
    type: 'Typ',
    alive: 'am Leben',
    ages: 'Alter, die ältesten zuerst',
    born: (counts) => `Entstanden in jedem Abschnitt: ${counts}`,
  },
  ages: {
    all: 'jedes Alter: es sammelt sich an',
    youngest: 'nur die jüngsten: noch in Arbeit',
    oldest: 'nur die ältesten: vom Beginn der Last',
    recent: 'die neueren: ältere wurden losgelassen',
    mixed: 'verschiedene Alter',
    untold: '',
  },
};
