import type { words as english } from '../en/proof-page.ts';

export const words: typeof english = {
  heading: 'Einen Nachweis noch einmal messen',
  description:
    'Öffne einen Nachweis, dass jemand in einer Lektion ein Leck behoben hat, oder einen ganzen Ordner davon, und lass jeden in deinem eigenen Browser noch einmal prüfen.',
  lead: 'Ein Nachweis enthält die Lösung selbst und was eine Prüfung dazu gesagt hat. Du musst ihm nicht glauben: Öffne ihn hier, und die Lösung wird geladen und noch einmal gemessen.',
  noScript: 'Ohne JavaScript kann nichts gemessen werden.',
  yoursBefore: 'Deine eigenen findest du auf',
  yoursLink: 'der Seite mit deinem Fortschritt',
  yoursAfter:
    ', einen für jede Lektion, in der du den Nachweis erbracht hast. Auf einem Build-Server sagt `python -m leaklab proof *.json` dasselbe ohne Browser.',
};
