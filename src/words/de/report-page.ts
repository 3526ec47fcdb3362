import type { words as english } from '../en/report-page.ts';

export const words: typeof english = {
  heading: 'Dein eigener Bericht',
  description:
    'Öffne, was leaklab an deinem eigenen Dienst gemessen hat: seine Speicherkurve, das Urteil und wo der Speicher bleibt.',
  lead: 'Miss deinen eigenen Dienst dort, wo er läuft, und sieh dir das Ergebnis hier an: die Kurve, das Urteil, die Zeilen mit Allokationen, was überlebt und wer es hält.',
  command: 'Der Befehl',
  about:
    'Das pytest-Plugin schreibt eine solche Datei für jeden Test, der fehlschlägt. Mit `--html report.html` anstelle von `--json` bekommst du diese Seite mit dem Bericht darin, als eine Datei, die offline funktioniert.',
  noScript: 'Ohne JavaScript kann diese Seite keinen Bericht öffnen.',
  ownBefore: 'Noch kein Bericht?',
  ownLink: 'Schreib hier ein Programm',
  ownAfter: ' und prüfe es im Browser.',
};
