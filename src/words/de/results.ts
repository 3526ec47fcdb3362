import type { words as english } from '../en/results.ts';

const run = (number: number): string => `Lauf ${number}`;

export const words: typeof english = {
  run,
  runTitle: run,
  firstCheck: 'Prüfung davor',
  running: 'läuft',
  yourFiles: 'deine Dateien',
  reference: (title) => `„${title}“`,
  tasks: {
    observe: 'Ausführen',
    diagnose: 'Diagnose',
    check: 'Prüfen',
    trial: 'Ausprobieren',
  },
  loadTurned: (load) => `Geänderte Last: ${load}`,
  next: 'Als Nächstes',
  traceback: 'Traceback',
  within: (name) => `in ${name}`,
  evidence: {
    name: 'Belege',
    waits:
      'Gemessen ist, wo es alloziert wurde, was überlebt und was es hält. Wer das allein herausfindet, hat es gelernt: Sag es in `diagnose.py` und drücke „Diagnose“.',
    show: 'Zeig mir die Belege',
    allocated: 'Wo es alloziert wurde',
    keptAllocated: 'Wo alloziert wurde, was behalten wird',
    survived: 'Was überlebt hat',
    kept: 'Was behalten wird',
    held: 'Was es hält',
    inspect: 'Im lebenden Prozess untersuchen:',
    ended:
      'Eine Prüfung beendet ihren Prozess. Um diese Objekte selbst zu untersuchen, drücke zuerst „Ausführen“.',
  },
  output: {
    name: 'Ausgabe',
    nothing: 'diagnose.py hat nichts ausgegeben.',
  },
  console: {
    name: 'Konsole',
    alive: (number) => `Lauf ${number} lebt`,
    noneAlive: 'kein Prozess lebt',
    how: '„Ausführen“ und „Diagnose“ lassen ihren Prozess hier zurück, damit du mit ihm arbeiten kannst. Eine Prüfung beendet ihren eigenen; drücke also „Ausführen“ und untersuche dann.',
    loading:
      'Die Konsole wird geladen. Wenn sie nicht kommt, prüfe deine Verbindung; dann schließe und öffne diesen Abschnitt.',
  },
  findings: {
    where: 'Wo',
    what: 'Was',
    held_by: 'Gehalten von',
    grows: 'Wächst',
    at_most: 'Höchstens',
    notNamed: 'noch nicht genannt',
    right: 'richtig',
    open: 'offen',
    notYet: 'noch nicht',
  },
  pattern: {
    look: 'Worauf du achten kannst',
    bounded: 'Schon beschränkt: Es gibt nichts zu beheben.',
    proveIt: 'Weise es nun in Worten nach: Welche Zeile beschränkt es, und auf welcher Höhe?',
    compareAfter: 'zeigt eine Änderung, die es wachsen lässt.',
    answer: 'Wächst es, und warum?',
    looksLike: 'Sieht aus wie:',
    readOn: 'Zum Weiterlesen:',
  },
  comparison: {
    against: 'gegen',
    filesNow: 'deine Dateien, wie sie jetzt sind',
    close: 'Schließen',
    sameAsRun: (number, other) => `Lauf ${number} lief mit demselben Code wie Lauf ${other}.`,
    sameAsNow: (number) => `Lauf ${number} lief mit dem Code, der jetzt da ist.`,
    goBack: (number) => `Zurück zum Code von Lauf ${number}`,
    setAside: 'Was in deinen Dateien steht, wird zur Seite gelegt und lässt sich zurückholen.',
  },
  contract: {
    name: 'Der Vertrag',
    writeBefore: (unit) => `Was dein Programm pro ${unit} tut, schreibst du in`,
    writeCode: 'run(i)',
    writeAfter: '.',
    question:
      'Wächst sein Speicher für immer, oder sieht es nur so aus? Lies das Programm und sag die Kurve voraus.',
    fault: 'Der Fehler steckt von Anfang an im Programm: Das ist die Übung.',
    runAfter: (units) => `setzt es unter Last (${units}) und zeichnet hier seinen Speicher.`,
    checkAfter: 'entscheidet, ob er beschränkt bleibt.',
    title: 'Was die Prüfung verlangt',
    budget: 'Höchstens behalten',
    sensitivity: 'Wachstum, das zählt',
    limit: 'Speicher der Sandbox',
  },
};
