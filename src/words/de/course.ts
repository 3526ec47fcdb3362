import type { words as english } from '../en/course.ts';

const types: Record<string, string> = {
  array: 'eine Liste',
  boolean: 'true oder false',
  int: 'eine ganze Zahl',
  number: 'eine Zahl',
  object: 'ein Objekt mit benannten Feldern',
  record: 'ein Objekt mit benannten Feldern',
  string: 'Text',
};

export const words: typeof english = {
  cannotBeBuilt: 'Der Kurs lässt sich nicht bauen:',
  line: (line) => `Zeile ${line}`,
  notYaml: (reason) => `ist kein gültiges YAML: ${reason}.`,
  notJson: (reason) => `ist kein gültiges JSON: ${reason}.`,
  schema: {
    type: (type) => types[type] ?? type,
    unknown: 'ist kein bekanntes Feld; verbessere die Schreibweise, oder nimm es heraus.',
    missing: (type) => `fehlt; ergänze das Feld (${type}).`,
    mustBe: (type) => `muss ${type} sein.`,
    oneOf: (values) => `muss eines davon sein: ${values}.`,
    fewEntries: (least) => `braucht mindestens ${least} Einträge.`,
    empty: 'darf nicht leer sein.',
    atLeast: (least) => `muss mindestens ${least} sein.`,
    above: (least) => `muss mehr als ${least} sein.`,
    address: 'muss eine vollständige Adresse sein, etwa https://docs.python.org/3/.',
    secureAddress: 'muss eine Adresse sein, die mit https beginnt.',
    kebabCase: 'darf nur Kleinbuchstaben, Ziffern und Bindestriche dazwischen haben (kebab-case).',
  },
  lesson: {
    folder: 'der Ordner muss NN-slug heißen, etwa 06-flask-request-history.',
    noFrontMatter: 'hat keine Kopfdaten; beginne mit --- und den Zeilen title, summary und so weiter.',
    frontMatterNotYaml: (reason) => `die Kopfdaten sind kein gültiges YAML: ${reason}`,
    noSandboxes: (name) => `es gibt kein sandboxes/${name}/; es gibt noch gar keine Sandbox.`,
    noSandbox: (name, known) => `es gibt kein sandboxes/${name}/; es gibt ${known}.`,
    pattern:
      'ist ein Muster und steht ohne Lektion; nimm "pattern" aus der sandbox.json, oder nenne eine andere Sandbox.',
    stages: (all, found) =>
      `eine Lektion hat die Etappen ${all}, in dieser Reihenfolge; gefunden: ${found || 'keine'}.`,
    sameNumber: (other) => `hat dieselbe Nummer wie ${other}; gib jeder ihre eigene.`,
    sameAddress: (other) => `hat dieselbe Adresse wie ${other}; benenne einen der Ordner um.`,
    noneBefore: (slug) => `vor dieser gibt es keine Lektion "${slug}".`,
    unknown: (slug) => `in content/lessons/ gibt es kein "${slug}".`,
  },
  markup: {
    script: 'hat ein Skript; nimm es heraus: Die Komponenten einer Lektion importiert der Build.',
    noComponent: (name, known) => `es gibt kein <${name}>; in einer Lektion gibt es ${known}.`,
    needs: (name, attribute) => `<${name}> braucht ${attribute}="...".`,
    hasNo: (name, attribute, known) =>
      `<${name}> hat kein ${attribute}; ${known === '' ? 'es nimmt nichts' : `es nimmt ${known}`}.`,
    closesNothing: (name) => `</${name}> schließt nichts; nimm es heraus.`,
    stillOpen: (name, at, line) =>
      `<${name}> ist bei </${at}> in Zeile ${line} noch offen; schließe es davor.`,
    neverClosed: (name) => `<${name}> wird nie geschlossen.`,
    brace: 'hat eine geschweifte Klammer außerhalb von Code; setze sie in Backquotes.',
    begins: (name) => `beginnt einen Absatz mit <${name}>; stell ein Wort davor.`,
  },
  quote: {
    notThere: (file, id) => `zitiert ${file}, und das gibt es noch nicht; führe „npm run measure ${id}“ aus.`,
    noRun: (run, file, known) => `in ${file} gibt es keinen Lauf von "${run}"; es gibt ${known}.`,
    noFigure: (figure, of, file, known) =>
      `in ${file} gibt es keine Zahl "${figure}" von "${of}"; es gibt ${known || 'keine'}.`,
  },
  translation: {
    differs: (found, expected, line) =>
      `hat ${found}, wo lesson.svx in Zeile ${line} ${expected} hat; nimm dieselben Komponenten in derselben Reihenfolge.`,
    lacks: (expected, line) => `${expected} aus Zeile ${line} von lesson.svx fehlt; ergänze es.`,
    has: (found) => `hat ${found}, und lesson.svx ist vorher zu Ende; nimm es heraus.`,
    quotes: (found, stage) =>
      `hat ${found}, was lesson.svx in der Etappe ${stage} nicht zitiert; zitiere dieselben Zahlen.`,
    quotesNot: (expected, stage, line) =>
      `in der Etappe ${stage} fehlt ${expected}, das lesson.svx in Zeile ${line} zitiert; zitiere dieselben Zahlen.`,
    sameInAll: 'ist anders als in lesson.svx; lass es weg, denn es ist in jeder Sprache gleich.',
    sourcesDiffer:
      'muss die Adressen von lesson.svx haben, in derselben Reihenfolge; lass es weg, wenn kein Titel übersetzt ist.',
    noOriginal: 'übersetzt nichts: Daneben gibt es keine lesson.svx.',
    noLanguage: (code, known) => `es gibt keine Sprache "${code}" zum Übersetzen; es gibt ${known}.`,
    missing: 'fehlt, und sandbox.json hat es; ergänze es.',
    unknown: 'steht nicht in sandbox.json; verbessere die Schreibweise, oder nimm es heraus.',
    count: (found, expected) =>
      `hat ${found} Einträge, und sandbox.json hat ${expected}; übersetze jeden, in derselben Reihenfolge.`,
  },
  glossary: {
    begin: 'muss mit einem Buchstaben oder einer Ziffer beginnen.',
    tooLong: 'ist länger, als drei Sätze sein sollten (480 Zeichen).',
    twice: (name, word) => `"${name}" ist schon "${word}"; nimm eines von beiden heraus.`,
    unknown: (word) =>
      `in content/glossary/ gibt es kein "${word}"; verbessere die Schreibweise, oder ergänze es.`,
    noTerm: (word) =>
      `in content/glossary/ gibt es kein "${word}"; ergänze es dort, oder nenne das Wort, das gemeint ist: <Term of="...">.`,
    again: (word) => `zeichnet "${word}" ein zweites Mal aus; zeichne ein Wort nur beim ersten Mal aus.`,
  },
  symptom: {
    unknown: (name, where) => `in ${where} gibt es kein "${name}".`,
    twice: 'ist die Adresse eines anderen Symptoms; gib jedem seine eigene.',
  },
  part: {
    above: (from, before) => `muss über ${from} liegen, wo "${before}" beginnt.`,
  },
  path: {
    fileName: 'muss NN-name.yaml heißen, etwa 01-on-call.yaml.',
    addressOfPage: 'hat die Adresse einer Seite dieser Website; benenne die Datei um.',
    addressOfPath: 'hat die Adresse eines anderen Lernpfads; benenne die Datei um.',
    tooLong: (most) => `ist länger als erlaubt (${most} Zeichen).`,
    unseen: 'enthält ein Zeichen, das man nicht sieht; tippe den Text neu.',
    manyQuestions: (most) => `hat mehr als ${most} Fragen.`,
    manySteps: (most) => `hat mehr als ${most} Schritte; mach zwei Lernpfade daraus.`,
    manyEntries: (most) => `hat mehr als ${most} Einträge.`,
    within: (within, minutes) =>
      `ist ${within}, und die Schritte dauern zusammen ${minutes} Minuten; lass etwas weg, oder gib mehr Zeit.`,
    noLesson: (slug) =>
      `es gibt keine Lektion "${slug}"; schreib sie so, wie sie in ihrer Adresse steht, etwa line-or-plateau.`,
    stepAlready: (first) =>
      `ist schon ein Schritt, steps[${first}]; ein Lernpfad hat jede Lektion nur einmal.`,
    buildsOn: (lesson, later) =>
      `baut auf "${lesson}" auf, das erst später kommt, in steps[${later}]; stell es davor.`,
    minutesOfWhole: (minutes) =>
      `gehört zu einem Schritt mit Etappen; nimm es heraus: Die Lektion dauert ${minutes} Minuten.`,
    stagesInOrder: (stages) => `müssen in ihrer Reihenfolge stehen, jede einmal: ${stages}.`,
    allStages: 'nennt alle Etappen; nimm es heraus: Dann ist die ganze Lektion gemeint.',
    noMinutes: (minutes) =>
      `fehlt; gib an, wie lange diese Etappen dauern (die ganze Lektion dauert ${minutes} Minuten).`,
    manyMinutes: (minutes) => `muss unter ${minutes} liegen, denn so lange dauert die ganze Lektion.`,
  },
  sandbox: {
    fileMissing: 'fehlt; jede Sandbox braucht diese Datei.',
    noPlace: (files) =>
      `hat in einer Sandbox keinen Platz; nimm project/, fixes/<id>/, decoys/<id>/ oder eine von diesen: ${files}.`,
    noPlaceInPattern:
      'hat in einem Muster keinen Platz, denn es hat keine Lektion; nimm die Datei heraus, oder "pattern" aus sandbox.json.',
    pythonFile: 'muss der Name einer Python-Datei sein, etwa app.py.',
    turnableName: 'muss ein einzelnes Wort in Kleinbuchstaben sein, etwa clients.',
    unitName: 'muss ein einzelnes Wort in Kleinbuchstaben sein, etwa request.',
    between: 'muss zwischen least und most liegen.',
    inWorkload: (name, value) =>
      `muss in workload.py einmal in LOAD = {...} stehen, als "${name}": ${value}.`,
    noFixes: 'muss leer sein, denn laut "verdict" ist das Programm beschränkt, wie es ist.',
    oneEntry: 'braucht mindestens einen Eintrag.',
    notInProject: (name) => `${name} ist nicht in project/; ergänze die Datei, oder nimm den Namen heraus.`,
    noFolder: (folder) =>
      `es gibt kein ${folder}/ mit einer Python-Datei; ergänze es, oder nimm den Eintrag heraus.`,
    idTwice: (id) => `"${id}" kommt zweimal vor; gib jedem Eintrag seinen eigenen Namen.`,
    undeclared: (list) =>
      `ist nicht angegeben; ergänze es in sandbox.json unter "${list}", oder lösche den Ordner.`,
    notEditable:
      'ändert eine Datei, die beim Lernen nicht bearbeitet werden kann; ergänze sie in sandbox.json unter "editable", oder lass sie weg.',
    sameAsProject: (name) => `ist dasselbe wie project/${name}; hier liegen nur Dateien, die anders sind.`,
  },
  measured: {
    noCulprit: 'gibt es nicht, wo nichts wächst; führe noch einmal „npm run measure“ aus.',
    culpritMissing: 'fehlt; führe noch einmal „npm run measure“ aus.',
    stale: 'steht nicht mehr in sandbox.json; führe noch einmal „npm run measure“ aus.',
    absent: 'wurde nicht gemessen; führe noch einmal „npm run measure“ aus.',
    unsaid: (code, id) => `fehlt; führe „LEAKLAB_LANGUAGE=${code} npm run measure -- ${id}“ aus.`,
    noReads: 'hat keine Messwerte, aus denen eine Kurve wird; führe noch einmal „npm run measure“ aus.',
  },
};
