import type { words as english } from '../en/linter-page.ts';

export const words: typeof english = {
  heading: 'Was ein Linter von einem Leck sieht',
  description:
    'Welche Lecks in Python-Code ein Linter finden kann, welche nicht, und warum: jedes gezeigt an wenigen Zeilen, die Ruff vorgelegt wurden.',
  lead: 'Der Editor markiert, was Ruff in deinem Code findet. Ruff liest; es führt nichts aus und kennt keine Last. Darum sieht es ein Leck, das man daran erkennt, wie der Code geschrieben ist, und kein anderes.',
  seen: {
    heading: 'Was er sehen kann',
    about:
      'Wie etwas geschrieben ist, kann darüber entscheiden, wie lange es lebt. Das steht an einer einzigen Stelle, und ein Linter findet sie. Dies sind die Regeln dazu, nach denen der Editor hier sucht.',
  },
  unseen: {
    heading: 'Was er nicht sehen kann',
    about:
      'Die meisten Lecks sind zwei Stellen: eine, die hinzufügt, und eine, die wieder entfernen würde und nie geschrieben wurde. In keinem dieser Beispiele findet Ruff etwas, auch wenn alle Regeln von oben eingeschaltet sind.',
  },
  nothing: 'Ruff findet nichts',
  code: (title) => `${title}: der Code`,
  consequence: {
    heading: 'Was daraus folgt',
    loadBefore:
      'Überlass dem Linter, was er kann: Er kostet nichts und ist da, während du tippst. Dass er schweigt, besagt wenig. Ob Speicher beschränkt ist, ist eine Frage an ein Programm unter Last, und die Last beantwortet sie: Führe es aus, sieh, ob es sich einpendelt, und frag den lebenden Prozess, wer hält, was geblieben ist. Davon handeln',
    loadLink: 'die Lektionen',
    loadAfter: '.',
    besides:
      'Ruff markiert hier auch, was gar nicht funktioniert: Syntaxfehler, Namen, die es nicht gibt, Importe, die niemand benutzt, und Aufrufe, die eine Event-Loop blockieren. Mit F8 geht es von einem zum nächsten; Umschalt+Alt+F formatiert die Datei, und Rückgängig nimmt das zurück.',
  },
};
