import type { words as english } from '../en/progress.ts';

export const words: typeof english = {
  reading: 'Was hier gespeichert ist, wird gelesen …',
  forbidden:
    'Dieser Browser erlaubt hier keinen Speicher. Von deiner Arbeit bleibt nichts, wenn du eine Seite schließt.',
  nothing: 'Noch nichts. Was du in einer Lektion tust, wird in diesem Browser gespeichert und hier gezeigt.',
  sum: {
    provedAfter: (lessons) => ` von ${lessons} nachgewiesen`,
    timeBefore: ', zusammen ',
    timeAfter: '',
  },
  table: {
    label: 'Was du getan hast',
    lesson: 'Lektion',
    stages: 'Etappen',
    lastCheck: 'Letzte Prüfung',
    time: 'Zeit',
    hints: 'Hinweise',
    proved: 'Nachgewiesen',
    reached: (stages, of) => `${stages} von ${of}`,
    sandbox: 'Sandbox',
    noCheck: 'keine',
  },
  unknownLessons: (lessons) => `Dazu ${lessons}, die es auf dieser Website nicht gibt.`,
  proofs: {
    heading: 'Zeig, dass du es kannst',
    aboutBefore:
      'Ein Nachweis enthält deine Lösung und was die Prüfung dazu gesagt hat. Wer ihn bekommt, kann sie ',
    aboutLink: 'noch einmal messen',
    aboutAfter: ' und muss dir nicht glauben.',
    name: 'Name auf deinen Nachweisen',
    nameMissing: 'Gib den Namen ein, den deine Nachweise tragen sollen; jeder ist recht.',
    save: 'Sichern',
    saveOf: (lesson) => `Nachweis zu „${lesson}“ sichern`,
    copyLink: 'Link kopieren',
    copyLinkOf: (lesson) => `Link kopieren zum Nachweis zu „${lesson}“`,
    saveAll: 'Alle in einer Zip-Datei sichern',
    saved: (file) => `Gesichert als ${file}.`,
    savedAll: (file, proofs) => `Gesichert als ${file}: ${proofs}.`,
    copied: 'Der Link ist kopiert. Wer ihn öffnet, misst deine Lösung noch einmal.',
    notCopied: 'Dieser Browser lässt nichts kopieren. Hier ist der Link:',
    link: 'Link zu deinem Nachweis',
    notMade: 'Der Nachweis konnte nicht erstellt werden.',
    notBounded: (lesson) => `Zu „${lesson}“ gibt es keine Prüfung mit dem Urteil „Beschränkt“.`,
    notSecure:
      'Ein Nachweis wird versiegelt. Das tut ein Browser nur auf einer Seite, die über HTTPS oder von diesem Rechner kam.',
    notLoaded:
      'Das Programm der Lektion konnte nicht geladen werden. Bist du offline? Versuch es noch einmal.',
    changed: (lesson) =>
      `„${lesson}“ hat sich seit deinem Nachweis geändert. Prüfe deine Lösung dort noch einmal.`,
  },
  carry: {
    heading: 'Nimm alles mit',
    about:
      'Eine Datei enthält alles: deinen Code, die Etappen, die Läufe mit ihren Urteilen. Öffne sie in einem anderen Browser, und sie kommt zu dem hinzu, was dort ist. Ersetzt wird dort nichts.',
    save: 'In eine Datei sichern',
    add: 'Aus einer Datei hinzufügen',
    delete: 'Alles löschen …',
    deleteLabel: 'Alles löschen?',
    reallyDelete: (lessons, runs) => `${lessons} und ${runs} löschen?`,
    yes: 'Löschen',
    no: 'Behalten',
    bringBack: 'Zurückholen',
    saved: (file, lessons, runs) => `Gesichert als ${file}: ${lessons} und ${runs}.`,
    nothingNew: 'Alles davon war schon hier.',
    added: (lessonsOrRuns) => `${lessonsOrRuns} hinzugefügt`,
    extended: (lessons) => `${lessons} erweitert`,
    displaced: (lessons) =>
      `Bei ${lessons} hast du hier anderen Code: Deiner bleibt, und der aus der Datei ist unter den früheren Läufen.`,
    displacedRun: 'Kam mit einer Datei',
    unread: (parts) => `In der Datei nicht lesbar: ${parts}.`,
    deleted: 'Alles, was hier gespeichert war, ist gelöscht.',
    isBack: 'Alles ist wieder da.',
    noRoom: 'Dafür ist in diesem Browser kein Platz. Nichts wurde geändert.',
  },
  file: {
    tooLarge: (name) => `„${name}“ ist größer als jeder Fortschritt, den diese Seite sichert.`,
    unreadable: (name) => `„${name}“ konnte nicht gelesen werden. Ist es ein Ordner?`,
    noJson: (name) => `„${name}“ ist kein JSON. Öffne eine Datei, die diese Seite gesichert hat.`,
    noProgress: (name) =>
      `„${name}“ ist JSON, aber kein Fortschritt von Leaklab. Öffne eine Datei, die diese Seite gesichert hat.`,
    noField: (name, field) =>
      `In „${name}“ fehlt ${field} in der Form, die gesicherter Fortschritt hat. Öffne eine Datei, die diese Seite gesichert hat.`,
    newer: (name) =>
      `„${name}“ wurde von einer neueren Fassung der Website gesichert. Lade diese Seite neu oder öffne die Datei dort.`,
    tooManyLessons: (name, count) => `„${name}“ enthält ${count} Lektionen, mehr als jeder Kurs hat.`,
    tooManyRuns: (name, count) => `„${name}“ enthält ${count} Läufe, mehr als jeder Browser speichert.`,
    strangeLesson: (name, lesson) => `„${name}“ nennt eine Lektion „${lesson}“. So heißt keine Lektion.`,
    tooOld: (name, version) =>
      `„${name}“ wurde von Fassung ${version} der Website gesichert, und nichts darin konnte gelesen werden.`,
  },
};
