import type { words as english } from '../en/proof.ts';

export const words: typeof english = {
  open: 'Nachweise öffnen',
  openFolder: 'Ordner öffnen',
  drop: 'Oder zieh Dateien oder ein Zip davon irgendwo auf diese Seite.',
  letGo: 'Lass los, um sie zu öffnen.',
  judgedHere:
    'Jede Lösung wird hier geprüft, in diesem Browser, so wie ihre Lektion sie prüft. Nichts wird irgendwohin gesendet.',
  measured: (done, proofs) => `${proofs}, davon ${done} gemessen.`,
  holdBefore: (proofs) => `${proofs}, davon `,
  holdAfter: () => ' gültig.',
  stop: 'Stopp',
  table: {
    label: 'Nachweise',
    who: 'Wer',
    claimed: 'Behauptet',
    since: 'Seit',
    measured: 'Gemessen',
    certificate: 'Zertifikat',
    again: 'Noch einmal messen',
    changes: (name) => `Was ${name} geändert hat`,
    start: 'Der Anfang',
  },
  standing: {
    waits: 'Wartet',
    measuring: 'Wird gemessen',
    starting: 'Python startet',
    soFar: (units) => `Einheiten bisher: ${units}`,
    open: 'Nicht zu entscheiden',
    fails: 'Ungültig',
    changed: 'Geändert',
    changedSince: (measured) =>
      `Der Nachweis wurde geändert, nachdem er gemacht war. Gemessen ist, was jetzt darin steht: ${measured}`,
    otherVersion: 'Andere Version',
    otherStart: (measured) =>
      `Der Nachweis stammt aus einer anderen Version der Lektion. In dieser: ${measured}`,
    holds: 'Gültig',
    claimFails: 'Die Behauptung stimmt für dieses Programm nicht.',
    silent: (seconds) => `${seconds} Sekunden lang kam nichts zurück.`,
    otherEnd: 'Das Programm nahm ein anderes Ende.',
  },
  unmeasured: {
    noLesson: (lesson) => `Diese Website hat keine Lektion „${lesson}“.`,
    foreignFile: (file) => `Der Nachweis hat eine Datei ${file}, die in dieser Lektion niemand ändern darf.`,
    stopped: 'Die Messung wurde gestoppt.',
    notLoaded: 'Was misst, konnte nicht geladen werden. Bist du offline? Miss noch einmal.',
  },
  certificate: {
    label: 'Zertifikat',
    print: 'Drucken oder als PDF sichern',
    back: 'Zurück zur Tabelle',
    fixed: 'hat das Leck dieser Lektion gefunden und behoben:',
    proved: 'hat die Behauptung dieser Lektion aufgestellt und belegt:',
    claimedOn: (day) => `Behauptet am ${day}`,
    measuredOn: (day) => `Nachgemessen am ${day}`,
    detectionLimit: 'Wachstum, das die Prüfung bemerkt hätte',
    perUnit: (slope) => `${slope} pro Einheit der Last`,
    anybody: 'Alle können es nachmessen: ',
  },
  link: 'Der Link',
  refused: {
    brokenLink: 'Ein Teil des Links fehlt. Lass ihn dir noch einmal geben.',
    none: 'Unter diesen Dateien ist kein Nachweis.',
    zipTooLarge: (file) => `${file} ist größer als jedes Zip mit Nachweisen.`,
    zipEmpty: (file) => `${file} enthält keine Nachweise.`,
    zipUnread: (file) => `${file} konnte nicht gelesen werden.`,
    unread: (file) => `${file} konnte nicht gelesen werden. Ist es ein Ordner?`,
    tooLarge: (file) => `${file} ist größer als jeder Nachweis.`,
    notJson: (file) =>
      `${file} ist kein JSON. Öffne eine Datei, die auf der Seite deines Fortschritts gesichert wurde.`,
    noProof: (file) =>
      `${file} ist JSON, aber kein Nachweis von Leaklab. Öffne eine Datei, die auf der Seite deines Fortschritts gesichert wurde.`,
    newer: (file) => `${file} stammt von einem neueren Leaklab. Miss dort nach, oder lade diese Seite neu.`,
    misfit: (file, field) =>
      field
        ? `${file} hat kein Feld ${field}, wie ein Nachweis es hat. Lass ihn dir noch einmal geben.`
        : `${file} hat nicht die Felder eines Nachweises. Lass ihn dir noch einmal geben.`,
    unseen: (file) =>
      `${file} hat einen Namen mit Zeichen, die niemand sieht. Lass ihn dir noch einmal geben.`,
  },
};
