import type { words as english } from '../en/nouns.ts';

/** One and many, by the English noun. The same units stand in `leaklab/words/german.py`. */
const nouns: Record<string, readonly [one: string, many: string]> = {
  block: ['Block', 'Blöcke'],
  call: ['Aufruf', 'Aufrufe'],
  check: ['Prüfung', 'Prüfungen'],
  checkout: ['Kasse', 'Kassen'],
  collection: ['Sammlung', 'Sammlungen'],
  command: ['Befehl', 'Befehle'],
  entry: ['Eintrag', 'Einträge'],
  event: ['Ereignis', 'Ereignisse'],
  file: ['Datei', 'Dateien'],
  finding: ['Fund', 'Funde'],
  hour: ['Stunde', 'Stunden'],
  inquiry: ['Nachfrage', 'Nachfragen'],
  instance: ['Instanz', 'Instanzen'],
  invoice: ['Rechnung', 'Rechnungen'],
  job: ['Job', 'Jobs'],
  lesson: ['Lektion', 'Lektionen'],
  line: ['Zeile', 'Zeilen'],
  loan: ['Ausleihe', 'Ausleihen'],
  mailing: ['Sendung', 'Sendungen'],
  message: ['Nachricht', 'Nachrichten'],
  minute: ['Minute', 'Minuten'],
  notice: ['Meldung', 'Meldungen'],
  object: ['Objekt', 'Objekte'],
  order: ['Bestellung', 'Bestellungen'],
  page: ['Seite', 'Seiten'],
  parcel: ['Paket', 'Pakete'],
  part: ['Teil', 'Teile'],
  payment: ['Zahlung', 'Zahlungen'],
  proof: ['Nachweis', 'Nachweise'],
  reader: ['Leser', 'Leser'],
  reading: ['Messwert', 'Messwerte'],
  report: ['Bericht', 'Berichte'],
  request: ['Anfrage', 'Anfragen'],
  ride: ['Fahrt', 'Fahrten'],
  run: ['Lauf', 'Läufe'],
  scan: ['Scan', 'Scans'],
  search: ['Suche', 'Suchen'],
  session: ['Sitzung', 'Sitzungen'],
  sheet: ['Blatt', 'Blätter'],
  step: ['Schritt', 'Schritte'],
  task: ['Aufgabe', 'Aufgaben'],
  unit: ['Einheit', 'Einheiten'],
  visit: ['Besuch', 'Besuche'],
  visitor: ['Besucher', 'Besucher'],
  way: ['Weg', 'Wege'],
};

/** A unit that somebody else named stays as it is. */
const one = (noun: string): string => nouns[noun]?.[0] ?? noun;

export const words: typeof english = {
  one,
  many: (noun) => nouns[noun]?.[1] ?? noun,
  per: (noun) => `pro ${one(noun)}`,
};
