import type { words as english } from '../en/bench.ts';

export const words: typeof english = {
  workbench: 'Werkbank',
  textWidth: 'Breite des Textes',
  editorHeight: 'Höhe des Editors',
  addFile: 'Datei hinzufügen',
  comparisonLoads:
    'Der Vergleich wird geladen. Wenn er nicht kommt, prüfe deine Verbindung und drücke noch einmal „Vergleichen“.',
  settings: 'Einstellungen',
  results: 'Ergebnisse',
  programOpened: 'Das Programm aus dem Link ist geöffnet. Nichts davon ist gelaufen.',
};
