import type { words as english } from '../en/own-program.ts';

export const words: typeof english = {
  title: 'Dein eigenes Programm',
  quoted: (name) => `„${name}“`,
  zip: {
    none: 'Das ist kein Zip. Wähle ein .zip, einen Ordner oder .py-Dateien.',
    tooLarge: (mebibytes) => `Das Zip hat mehr als ${mebibytes} MiB. Lass weg, was nicht Python ist.`,
    damaged: 'Das Zip ist beschädigt oder abgeschnitten. Hol oder packe es noch einmal.',
    entryDamaged: (name) =>
      `${name} im Zip ist beschädigt oder abgeschnitten. Hol oder packe es noch einmal.`,
    link: (name) =>
      `${name} ist eine Verknüpfung mit einer anderen Datei. Leg die Datei selbst an ihre Stelle.`,
    encrypted: (name) => `${name} ist verschlüsselt. Packe den Ordner noch einmal ohne Passwort.`,
    method: (name) =>
      `${name} ist auf eine Art gepackt, die nur manche Programme kennen. Packe ein einfaches Zip.`,
    nameNotUtf8: (name) => `Der Name ${name} ist nicht in UTF-8.`,
  },
  entries: {
    tooMany: (most) => `Es sind mehr als ${most} Dateien. Wähle den Ordner des Programms selbst.`,
    tooLarge: (mebibytes) => `Es sind insgesamt mehr als ${mebibytes} MiB. Lass weg, was nicht Python ist.`,
    twice: (name) => `Die Datei ${name} gibt es zweimal; nur eine davon kann gemeint sein.`,
    unseen: (name) => `Der Name ${name} enthält ein unsichtbares Zeichen.`,
    tooLong: (name, most) => `Der Name ${name} ist länger als ${most} Zeichen.`,
    backslash: (name) => `Der Name ${name} enthält einen Backslash; Ordner enden auf „/“.`,
    absolute: (name) => `${name} nennt einen Ort auf einem Laufwerk, nicht im Ordner.`,
    outside: (name) => `${name} führt mit „..“ aus dem Ordner hinaus.`,
    noName: (name) => `${name} ist kein Name einer Datei in einem Ordner.`,
    tooDeep: (name, most) => `${name} liegt mehr als ${most} Ordner tief.`,
    notUtf8: (name) =>
      `${name} ist kein Text in UTF-8. Sichere die Datei als UTF-8 und versuch es noch einmal.`,
  },
  fileName: {
    empty: 'Gib der Datei einen Namen, etwa helpers.py.',
    unseen: (name) => `${name} enthält ein unsichtbares Zeichen. Nimm Buchstaben, Ziffern und _.`,
    tooLong: (name, most) => `${name} ist länger als ${most} Zeichen. Wähle einen kürzeren Namen.`,
    folder: (name) =>
      `${name} nennt einen Ordner. Alle Dateien eines Programms liegen in einem einzigen; lass ihn weg.`,
    notPython: (name) => `${name} endet nicht auf .py. Hier haben nur Python-Dateien Platz.`,
    noModule: (name) =>
      `Python kann ${name} nicht importieren. Nimm Buchstaben ohne Umlaute, Ziffern und _, und keine Ziffer am Anfang.`,
    keyword: (name, keyword) => `Python kann ${name} nicht importieren: ${keyword} ist ein Wort der Sprache.`,
    taken: (name) => `${name} heißt wie ein Modul, das Python schon hat. Wähle einen anderen Namen.`,
    twice: (name) => `Eine Datei ${name} gibt es schon. Wähle einen anderen Namen.`,
  },
  program: {
    noProgram: (example) => `Darin ist keine Python-Datei eines Programms, etwa ${example}.`,
    tooManyFiles: (files, most) => `Es sind ${files} Dateien; höchstens ${most} sind möglich.`,
    tooMuchText: (kibibytes) => `Die Dateien enthalten zusammen mehr als ${kibibytes} KiB Text.`,
    beside: (name) => `${name} heißt wie eine Datei, die neben project/ liegt. Benenne die Datei um.`,
    noWorkload: 'workload.py fehlt; darin sagt def run(i), was eine Einheit der Nutzung ist.',
    nothing: 'Darin gibt es weder sandbox.json noch eine Python-Datei. Wähle den Ordner, in dem sie liegen.',
    unknownPackage: (file, name, known) => `${file}: packages: ${name} gibt es hier nicht. Es gibt ${known}.`,
    notJson: (file, reason) => `${file}: ist kein gültiges JSON: ${reason}.`,
    andMore(problem, more) {
      if (more === 0) return problem;
      return `${problem} Es gibt noch ${more} weitere ${more === 1 ? 'Stelle' : 'Stellen'} zu berichtigen.`;
    },
  },
  link: {
    damaged: 'Ein Teil des Links fehlt oder wurde unterwegs verändert. Lass ihn dir noch einmal schicken.',
    tooLarge: 'Entpackt ist er größer als jeder Link dieser Website.',
    program: 'Das Programm darin',
    unknownPackage: (name, known) =>
      `Das Programm darin braucht das Paket ${name}, das es hier nicht gibt. Es gibt ${known}.`,
  },
  schema: {
    tooLong: (most) => `darf nicht länger als ${most} Zeichen sein.`,
    unseen: 'darf kein unsichtbares Zeichen enthalten.',
    atMost: (most) => `darf höchstens ${most} sein.`,
    empty: 'darf nicht leer sein.',
    tooMany: (most) => `darf höchstens ${most} Einträge haben.`,
    unit: 'muss ein englisches Wort in Kleinbuchstaben sein, etwa request.',
  },
  field: {
    budget: (example) => `Gib eine Zahl von Bytes an, etwa 10 MB, 512 KiB oder ${example}.`,
    budgetTooLarge: 'Das ist mehr als 1 GiB; die Sandbox selbst hat weniger.',
    noTitle: 'Gib dem Programm einen Namen, damit du es wiedererkennst.',
    titleTooLong: (most) => `Ein Name hat höchstens ${most} Zeichen.`,
    unseen: 'Darin ist ein unsichtbares Zeichen. Tipp den Namen neu.',
    unit: 'Gib ein englisches Wort in Kleinbuchstaben an, etwa request oder job.',
    cap: (least, most) =>
      `Gib eine ganze Zahl von ${least} bis ${most} an: So viele braucht ein Anstieg, damit Wachstum von Ruhe zu unterscheiden ist.`,
    warmUp: (least, most) =>
      `Gib eine ganze Zahl von ${least} bis ${most} an: Einheiten vor dem ersten Messwert.`,
    observed: (least, most) =>
      `Gib eine ganze Zahl von ${least} bis ${most} an: Einheiten, die „Ausführen“ lädt.`,
    positive: (most) => `Gib eine Zahl über 0 an, höchstens ${most}.`,
  },
};
