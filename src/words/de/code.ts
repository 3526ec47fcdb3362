import type { words as english } from '../en/code.ts';

export const words: typeof english = {
  files: {
    name: 'Dateien',
    readOnly: '(nur lesbar)',
    changed: 'Geändert',
    isChanged: '(geändert)',
  },
  editor: {
    edit: (name) => `${name}. Drücke die Eingabetaste, um die Datei zu bearbeiten.`,
    open: (name) => `${name}. Drücke die Eingabetaste, um die Datei im Editor zu öffnen.`,
    line: (line) => `Zeile ${line}`,
    whatGrows: (name) => `Was in ${name} wächst`,
    lineGrows: (line, figure) => `Zeile ${line}: ${figure}`,
    readOnly: 'Nur lesbar.',
    click: 'Zum Bearbeiten klicken',
    loading: 'Der Editor wird geladen',
    failed: 'Der Editor wurde nicht geladen; klicke, um es noch einmal zu versuchen',
    plain: 'Einfacher Editor',
    full: 'Vollständiger Editor',
    thenTab: ', dann',
    leaves: 'verlässt den Editor,',
    modeKeys: 'Strg M',
    changesMode: 'ändert das',
  },
  help: {
    completionAway: 'Die Vervollständigung wurde nicht geladen. Der Editor arbeitet auch ohne sie.',
    ruffAway: 'Ruff wurde nicht geladen. Der Editor arbeitet auch ohne Ruff.',
    bothAway: 'Die Vervollständigung und Ruff wurden nicht geladen. Der Editor arbeitet auch ohne sie.',
    completionLoads: 'Die Vervollständigung wird geladen.',
    findings: (findings) => `${findings} von Ruff`,
    noFindings: 'Ruff findet nichts',
  },
  compare: {
    title: 'Mit der Referenz vergleichen',
    openQuestion:
      'Was andere an diesem Programm geändert haben und was daraus wurde. Es verrät, ob es etwas zu beheben gibt.',
    ways: (ways, decoys) =>
      `${ways}, es zu beheben, und ${decoys} ${decoys === 1 ? 'Scheinlösung' : 'Scheinlösungen'}, oft zuerst versucht.`,
    harmless: 'Das Ansehen ändert nichts an deinen Dateien, und deine eigene Lösung wird geprüft wie vorher.',
    show: 'Zeigen',
    references: 'Referenzen',
    fixes: 'Lösungen',
    noFixes: 'Nichts zu beheben: Es ist beschränkt, wie es ist',
    decoys: 'Zuerst versucht',
    worse: 'Was es schlimmer macht',
    tryIt: 'Ausprobieren',
    judgedAlone: 'Wird für sich geprüft; deine Dateien sind nicht beteiligt.',
    start: 'der Anfang',
    yours: 'deine Datei',
    reference: (title) => `„${title}“`,
  },
  printed: {
    noPackages: 'nur die Standardbibliothek',
    settings: (packages, load, cap, warmUp) =>
      `Pakete: ${packages}. Last beim Ausführen: ${load}; beim Prüfen höchstens ${cap}, nach ${warmUp} zum Aufwärmen.`,
  },
};
