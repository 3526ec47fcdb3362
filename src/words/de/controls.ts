import type { words as english } from '../en/controls.ts';

const places = { lesson: 'Lektion', sandbox: 'Sandbox' };

export const words: typeof english = {
  controls: 'Steuerung',
  run: 'Ausführen',
  runTitle: (units) => `Das Programm unter Last setzen (${units}) und seinen Speicher beobachten`,
  diagnose: 'Diagnose',
  diagnoseTitle: 'diagnose.py im lebenden Programm ausführen',
  check: 'Prüfen',
  checkTitle: 'Beurteilen, ob der Speicher beschränkt bleibt und das Verhalten erhalten ist',
  shortcut: 'Strg ↵',
  stop: 'Stopp',
  compare: 'Vergleichen',
  load: {
    name: 'Last',
    turned: '(geändert)',
    title: 'Ändern, womit „Ausführen“ das Programm belastet',
    menu: 'Last von „Ausführen“',
    range: (least, most) => `${least} bis ${most}`,
    outOfRange: (least, most) => `Eine ganze Zahl von ${least} bis ${most}.`,
    ofRunAlone: 'Nur für „Ausführen“. „Prüfen“ belastet es, wie der Vertrag es sagt.',
    asDeclared: 'Wie vorgesehen',
  },
  reset: {
    name: 'Zurücksetzen',
    file: (name) => `${name} zurücksetzen`,
    allFiles: 'Alle Dateien zurücksetzen',
  },
  panes: {
    name: 'Bereiche',
    read: 'Lesen',
    code: 'Code',
    results: 'Ergebnisse',
  },
  running: 'läuft',
  room: {
    wrap: 'Lange Zeilen umbrechen',
    format: 'Formatieren',
    whole: 'Werkbank auf der ganzen Seite',
    keys: 'Tasten',
    keysDo: [
      { keys: 'Strg Eingabe', does: 'prüfen; in diagnose.py: Diagnose' },
      { keys: 'Esc, dann Tab', does: 'den Editor verlassen' },
      { keys: 'Strg M', does: 'Tab den Editor immer verlassen lassen' },
      { keys: 'Strg Leertaste oder ein Punkt', does: 'vervollständigen' },
      { keys: 'Strg K, Strg I', does: 'erklären, was der Name an der Schreibmarke ist' },
      { keys: 'Strg Umschalt Leertaste', does: 'die Parameter eines Aufrufs zeigen' },
      { keys: 'F8', does: 'zu dem gehen, was Ruff findet' },
      { keys: 'Umschalt Alt F', does: 'formatieren' },
      { keys: 'Strg F', does: 'suchen' },
      { keys: 'Strg # oder Strg /', does: 'Zeilen auskommentieren' },
      { keys: 'Alt ↑, Alt ↓', does: 'eine Zeile verschieben' },
      { keys: '← →, Pos1, Ende', does: 'durch die Reiter gehen, sobald einer den Fokus hat' },
    ],
  },
  notices: {
    close: 'Schließen',
    undo: 'Rückgängig',
    setAside: (names) => `Dein Text von ${names} ist zur Seite gelegt.`,
    shared: (place) =>
      `Diese ${places[place]} ist auch in einem anderen Tab offen. Was du im einen tippst, zeigt sich im anderen; wo beide geschrieben haben, wird der ersetzte Text zur Seite gelegt.`,
    changed: (place) =>
      `Diese ${places[place]} hat sich geändert, seit du angefangen hast. Deine Dateien sind, wie du sie verlassen hast.`,
    seeStart: 'Neuen Anfang ansehen',
    keepMine: 'Meine behalten',
  },
  trouble: {
    full: () =>
      'Der Speicherplatz dieses Browsers ist voll. Was du tippst, bleibt deshalb nicht erhalten, wenn du gehst. Die Arbeit geht weiter wie sonst.',
    forbidden: () =>
      'Dieser Browser erlaubt hier kein Speichern. Was du tippst, bleibt deshalb nicht erhalten, wenn du gehst. Die Arbeit geht weiter wie sonst.',
    malformed: (place) =>
      `Was von dieser ${places[place]} gesichert war, ließ sich nicht lesen. Es wurde zur Seite gelegt, nicht gelöscht; du fängst von vorn an.`,
    older: () =>
      'Was gesichert war, stammt aus einer älteren Version und ließ sich nicht übernehmen. Es wurde gelassen, wie es ist.',
  },
  offer: {
    open: 'Öffnen',
    leave: 'Nicht öffnen',
    carries: (parts) => `Der Link, den du geöffnet hast, bringt mit: ${parts}.`,
    texts: (names) => `einen anderen Text von ${names}`,
    load: 'eine Last für „Ausführen“',
    container: (mebibytes, perSecond) => `einen Container mit ${mebibytes} MiB bei ${perSecond} pro Sekunde`,
    programBefore: 'Der Link, den du geöffnet hast, bringt ein ganzes Programm mit,',
    programName: (title) => `„${title}“`,
    programAfter: (files, packages, budget, cap) =>
      `: ${files}; ${packages}; ${budget} dürfen bleiben, Last höchstens ${cap}.`,
    noPackages: 'nur die Standardbibliothek',
    replaces: 'Öffnest du es, ersetzt es deinen Stand; der wird zur Seite gelegt.',
    otherStart:
      'Der Link entstand mit einer anderen Version dieses Programms: Was er nicht mitbringt, ist so wie hier.',
    runsNothing: 'Nichts davon läuft, bevor du es ausführst.',
    unreadable: (reason) => `Der Code in dem Link, den du geöffnet hast, ist nicht lesbar. ${reason}`,
  },
  link: {
    copy: 'Link kopieren',
    carries: {
      code: 'Dein Code reist in der Adresse selbst, zu einer Sandbox dieses Programms, mit der Last und dem Container, die du eingestellt hast.',
      program: 'Deine Dateien und Einstellungen reisen in der Adresse selbst.',
    },
    onNoServer:
      'Nichts davon liegt auf einem Server, und nichts davon läuft, bevor es nach dem Öffnen jemand ausführt.',
    copied: (characters) => `Der Link ist kopiert. Er hat ${characters} Zeichen.`,
    copiedLong: (characters) =>
      `Der Link ist kopiert. Er hat ${characters} Zeichen; wo das zu lang ist, nimm den Code mit und schicke das Zip.`,
    notCopied: 'Dieser Browser hat nichts kopieren lassen. Hier ist der Link:',
    address: 'Link zu deinem Code',
    tooLarge: (bytes) =>
      `Dein Code hat ${bytes}, zu viel für eine Adresse. Nimm ihn mit und schicke das Zip.`,
    failed: 'Was den Link packt, konnte nicht geladen werden. Prüfe deine Verbindung und drücke noch einmal.',
  },
  takeHome: {
    take: 'Mitnehmen',
    about:
      'Ein Zip mit dem Programm, wie du es verlassen hast, mit seiner Last, seiner Prüfung und einem pytest-Test, der auf deinem eigenen Rechner dasselbe Urteil gibt.',
    packing: 'Wird gepackt …',
    taken: (name) => `${name} liegt in deinen Downloads. Die drei Befehle stehen in der README.md darin.`,
    failed: (reason) =>
      `Es ließ sich nicht packen: ${reason} Nichts ist verloren; drücke noch einmal, um es wieder zu versuchen.`,
  },
};
