import type { words as english } from '../en/runtime.ts';

export const words: typeof english = {
  download: {
    runtime: 'Die Laufzeitumgebung von Python',
    stalled: (name, seconds) =>
      `${name} kam nicht an: ${seconds} Sekunden lang kein Byte. Ist das Netz langsam oder weg?`,
    cut: (name) => `${name} kam nur zum Teil an: Die Verbindung ist abgerissen.`,
    unreached: (name) => `${name} war nicht zu erreichen. Ist das Netz da?`,
    misplaced: (status, url) =>
      `Die Laufzeitumgebung von Python ist nicht da, wo sie sein sollte (${status} für ${url}).`,
    refused: (name, status) => `${name} konnte nicht geholt werden: Der Server antwortete mit ${status}.`,
    changed: (name) => `${name} ist nicht die Datei, mit der diese Seite gebaut wurde. Lade die Seite neu.`,
    noStorage:
      'Dieser Browser erlaubt der Website keinen Speicher, darum kann hier nichts aufgehoben werden.',
  },
  manifest: {
    empty: 'Der Server hat runtime.json leer gesendet.',
    page: 'Der Server hat statt runtime.json eine Webseite gesendet. Musst du dich im Netz erst anmelden? Tu das in einem anderen Tab.',
    partial: 'Der Server hat nur einen Teil von runtime.json gesendet, oder etwas ganz anderes.',
    noList:
      'Der Server hat eine runtime.json gesendet, die nicht zu dieser Seite passt: Sie ist keine Liste von Dateien. Lade die Seite neu.',
    misfit: (field) =>
      `Der Server hat eine runtime.json gesendet, die nicht zu dieser Seite passt: Ihr Feld „${field}“ fehlt oder ist falsch. Lade die Seite neu.`,
  },
  frame: {
    silent:
      'Der Frame, in dem Python läuft, antwortet nicht: Ein Content-Security-Policy-Header des Servers scheint sein Skript zu verbieten. Wer diese Website betreibt, muss erlauben, was in SECURITY.md unter „What a host must send“ steht.',
    forbidden: (directive) =>
      `Ein Content-Security-Policy-Header des Servers verbietet, was Python braucht (${directive}). Wer diese Website betreibt, muss erlauben, was in SECURITY.md unter „What a host must send“ steht.`,
    late: 'Der Frame, in dem Python läuft, ist nicht rechtzeitig gestartet.',
    failed: (reason) => `Dieser Browser konnte Python nicht laden: ${reason}`,
    worker: 'Der Worker konnte nicht starten.',
  },
  start: {
    failed: (reason) => `Python konnte nicht starten: ${reason}`,
    late: 'Es dauerte zu lange.',
  },
  over: 'Dieser Interpreter ist beendet.',
  noSignal: (text) => `Python hat etwas gesagt, das kein Signal ist: ${text}`,
  ended: {
    outOfMemory: 'Dem Interpreter ging der Speicher aus, und er endete.',
    exit: 'Das Programm hat den Interpreter beendet (os._exit).',
    callStack: 'Das Programm ging zu tief für den Interpreter: Der Aufrufstapel ist übergelaufen.',
    broken: (error) => `Das Programm hat den Interpreter selbst zu Fall gebracht (${error}).`,
  },
  flood: {
    ended: (excess) => `Das Programm hat der Seite ${excess} gesendet, und sein Interpreter wurde beendet.`,
    signal: (characters) => `ein Signal mit mehr als ${characters} Zeichen`,
    second: (signals) => `mehr als ${signals} Signale in einer Sekunde`,
    signals: (signals) => `mehr als ${signals} Signale in einem Lauf`,
    characters: (characters) => `mehr als ${characters} Zeichen in einem Lauf`,
  },
  unexplained: {
    note: (reason) => `Es konnte nicht erklärt werden: ${reason}`,
    silent: (seconds) => `${seconds} Sekunden lang kam nichts zurück.`,
    otherEnd: 'Das Programm nahm ein anderes Ende.',
  },
};
