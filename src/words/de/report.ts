import type { words as english } from '../en/report.ts';

export const words: typeof english = {
  open: 'Bericht öffnen',
  openAnother: 'Anderen Bericht öffnen',
  drop: 'Oder zieh ihn irgendwo auf diese Seite, gern mehrere auf einmal.',
  letGo: 'Lass los, um ihn zu öffnen.',
  staysHere: 'Er wird in diesem Browser gelesen und geht sonst nirgendwohin.',
  print: 'Drucken oder als PDF sichern',
  reading: 'Wird gelesen …',
  tooMany: (files, most) => `Das sind ${files} Dateien. Die ersten ${most} werden geöffnet.`,
  notLoaded:
    'Was einen Bericht zeichnet, konnte nicht geladen werden. Bist du offline? Öffne die Datei noch einmal.',
  opened: 'Geöffnete Berichte',
  notOpened: 'nicht geöffnet',
  label: 'Bericht',
  program: 'das Programm',
  sections: {
    error: 'Der Fehler',
    allocated: 'Wo es alloziert wurde',
    keptAllocated: 'Wo das Behaltene alloziert wurde',
    survived: 'Was überlebt hat',
    kept: 'Was behalten wurde',
    holders: 'Was es hält',
    measured: 'Wie gemessen wurde',
    notes: 'Anmerkungen',
    lines: 'Zeilen des Programms in diesem Bericht',
  },
  inFunction: (name) => `in ${name}`,
  facts: {
    crashedIn: 'Phase des Absturzes',
    unitsBefore: 'Einheiten davor',
    broken: 'Zusage verletzt',
    load: 'Last',
    growth: 'Wachstum',
    sensitivity: 'Als Wachstum zählt',
    detectionLimit: 'Nachweisbar ab',
    kept: 'Behalten',
    budget: 'Budget',
    imported: 'Von den ersten Einheiten importiert',
    outside: 'Außerhalb von malloc',
    meter: 'Gemessen mit',
    seed: 'Seed',
    seconds: 'Dauer',
  },
  phases: { import: 'Import', 'warm-up': 'Aufwärmen', load: 'Last', diagnosis: 'Diagnose' },
  brokenPhases: { before: 'vor der Last', during: 'während der Last', after: 'nach der Last' },
  afterWarmUp: (load) => `${load} nach dem Aufwärmen`,
  keptAtPeak: (kept, peak) => `${kept}, in der Spitze ${peak}`,
  notCounted: (bytes) => `${bytes}, zählen nicht als behalten`,
  outside: (rate) =>
    `${rate}: eingeblendeter Speicher, Stacks von Threads oder was eine Bibliothek für sich selbst alloziert`,
  meters: {
    mallinfo: 'mallinfo: was von malloc in Gebrauch ist',
    mallinfo2: 'mallinfo2: was von malloc in Gebrauch ist',
    tracemalloc: 'tracemalloc: was Python alloziert',
  },
  lastSeed: (seed, checks) => `${seed}, der letzte von ${checks}`,
  thisFile: 'Diese Datei',
  quoted: (name) => `„${name}“`,
  refused: {
    unread: (file) =>
      `${file} konnte nicht gelesen werden. Ist es ein Ordner? Zieh die Dateien hierher, die darin sind.`,
    tooLarge: (file, most) => `${file} ist größer als ${most}; das ist kein Bericht von leaklab.`,
    empty: (file, command) => `${file} ist leer. Sichere, was ${command} ausgibt.`,
    notJson: (file, command) => `${file} ist kein JSON. Sichere, was ${command} ausgibt, und sonst nichts.`,
    noVerdict: (file, command) =>
      `${file} ist JSON, aber kein Bericht von leaklab: Es hat kein Urteil. Öffne, was ${command} ausgibt.`,
    tooManyReads: (file, reads, most) => `${file} hat ${reads} Messwerte. Ein Bericht hat höchstens ${most}.`,
    unknownField: (file, place) =>
      `${file} hat ein Feld, das diese Seite nicht kennt: ${place}. Ein neueres leaklab hat es geschrieben; öffne die Datei mit der Seite dieser Version.`,
    missingField: (file, place) =>
      `${file} hat kein Feld ${place}. Ein älteres leaklab hat die Datei geschrieben; prüf noch einmal mit diesem.`,
    unknownKind: (file, place, kind) =>
      `${file} hat als ${place} etwas, das diese Seite nicht kennt: ${kind}. Ein neueres leaklab hat es geschrieben; öffne die Datei mit der Seite dieser Version.`,
    wrongValue: (file, place) =>
      `${file} hat bei ${place} einen Wert, den ein Bericht dort nicht hat. Öffne die Datei so, wie leaklab sie geschrieben hat.`,
  },
};
