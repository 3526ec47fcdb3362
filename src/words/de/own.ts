import type { words as english } from '../en/own.ts';

export const words: typeof english = {
  settingsAndFiles: 'Einstellungen und Dateien',
  settings: {
    heading: 'Einstellungen',
    name: 'Name',
    packages: 'Pakete',
    unit: 'Einheit',
    unitHint: 'was ein Aufruf von run ist, auf Englisch',
    budget: 'Budget',
    budgetHint: 'dürfen belegt bleiben',
    cap: 'Obergrenze',
    capHint: (units) => `${units} lädt „Prüfen“ höchstens`,
    warmUp: 'Aufwärmen',
    warmUpHint: (units) => `${units} vor dem ersten Messwert`,
    finer: 'Feinere Einstellungen',
    sensitivity: 'Wachstum, das zählt',
    sensitivityHint: (perUnit) => `Bytes ${perUnit}`,
    rate: 'In Produktion',
    rateHint: (units) => `${units} pro Sekunde`,
    observed: '„Ausführen“ lädt',
    until: (reason, value) => `${reason} Bis dahin gilt ${value}.`,
  },
  load: {
    plain: ({ file, units }) =>
      `run(i) in ${file} ist eine gewöhnliche Funktion: ${units} laufen nacheinander.`,
    async: ({ file, units }) =>
      `run(i) in ${file} ist async: Bis zu acht ${units} überlappen sich, in virtueller Zeit.`,
    missing: ({ file, units }) =>
      `${file} hat noch kein run(i). Schreib def run(i): oder, damit ${units} sich überlappen, async def run(i):.`,
  },
  files: {
    heading: 'Dateien',
    newName: (name) => `Neuer Name von ${name}`,
    rename: 'Umbenennen',
    cancel: 'Abbrechen',
    openFile: (name) => `${name} öffnen`,
    renameFile: (name) => `${name} umbenennen`,
    remove: 'Entfernen',
    removeFile: (name) => `${name} entfernen`,
    newFile: 'Neue Datei',
    add: 'Hinzufügen',
    harness:
      'check.py sagt in before(), during(i) und after(), was gelten muss. workload.py tritt an die Stelle von run(i) in program.py und kann drain() haben.',
  },
  opening: {
    label: 'Öffnen und neu beginnen',
    invitation:
      'Oder öffne, was du hast: eine Lektion deines Teams, ein Zip aus einer beliebigen Sandbox, einen Ordner oder einzelne Dateien.',
    files: 'Zip oder Dateien öffnen',
    folder: 'Ordner öffnen',
    filesLabel: 'Ein Zip oder Python-Dateien',
    folderLabel: 'Ein Ordner',
    begin: 'Mit dem Beispiel beginnen',
    settings: 'Einstellungen',
    what: 'Eine Lektion deines Teams, ein Zip, das aus einer beliebigen Sandbox mitgenommen wurde, ein Ordner dieser Form oder einzelne .py-Dateien; du kannst sie auch auf die Werkbank ziehen. Was hier ist, wird zur Seite gelegt, und nichts läuft, bevor du es ausführst.',
  },
  lesson: {
    editable: (names) => `Ändern kannst du: ${names}.`,
    ofAuthor: (installed) =>
      `Eine Lektion aus einem Ordner oder einem Zip: Last, Prüfung und Einstellungen hat festgelegt, wer sie geschrieben hat. Installiert: ${installed}.`,
    standardLibrary: 'nur die Standardbibliothek',
  },
  notices: {
    close: 'Schließen',
    choose: (stack) => `${stack} wählen`,
    missingBefore: '',
    missingAfter: ' gehört nicht zu den Paketen, die du gewählt hast.',
    known: (names) => `Hier gibt es ${names}; komm ohne aus oder prüfe das Programm außerhalb des Browsers.`,
    undo: 'Rückgängig',
    asideBefore: 'Was vorher da war, ist zur Seite gelegt: ',
    asideAfter: (names) => ` mit ${names}.`,
  },
};
