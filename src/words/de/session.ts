import type { words as english } from '../en/session.ts';

export const words: typeof english = {
  files: {
    editable: 'Teil des Programms; ändere, was du magst.',
    locked: 'Teil des Programms.',
    diagnose: 'Deine Datei. „Diagnose“ führt sie im lebenden Programm aus.',
    workload: (unit) => `Eine Einheit der Last: ${unit}. Jeder Lauf ruft sie immer wieder auf.`,
    check: 'Was eine Lösung erhalten muss. „Prüfen“ stellt es unter Last sicher.',
    diagnosis: 'Was eine Diagnose gefunden haben muss.',
  },
  runtime: {
    offline: 'Du bist offline, und Python ist noch nicht geladen.',
    failed: 'Die Laufzeitumgebung wurde nicht geladen.',
  },
  process: {
    stopped: 'Der Prozess wurde beendet.',
    timedOut: (seconds) => `${seconds} Sekunden lang kam nichts zurück, darum wurde der Prozess beendet.`,
    outOfMemory: 'Der Prozess hat die Speichergrenze der Sandbox erreicht und wurde beendet.',
    ended: 'Der Prozess ist zu Ende.',
  },
  link: {
    unpackerAway:
      'Was ihn entpackt, konnte nicht geladen werden. Lade die Seite neu, um es wieder zu versuchen.',
  },
  own: {
    readerAway:
      'Was die Einstellungen liest, konnte nicht geladen werden. Lade die Seite neu, um es wieder zu versuchen.',
    otherLesson: 'Der Lauf gehört zu einer Lektion, die gerade nicht offen ist. Öffne sie zuerst.',
    theRun: 'Der Lauf',
    runBack: 'Der Code und die Einstellungen des Laufs sind wieder da.',
    onlyFile: (name) => `${name} ist die einzige Datei des Programms. Füge zuerst eine andere hinzu.`,
    removed: (name) => `${name} ist entfernt.`,
    afresh: 'Du fängst von vorn an, mit dem Beispiel.',
    fixedFiles:
      'Eine Lektion hat die Dateien, mit denen sie geschrieben wurde. Für ein eigenes Programm fang mit dem Beispiel an.',
    foreignFile: (name, names) =>
      `${name} ist in dieser Lektion keine Datei zum Ändern; zum Ändern gibt es ${names}.`,
  },
};
