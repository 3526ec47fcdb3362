import type { words as english } from '../en/linter.ts';

export const words: typeof english = {
  seen: {
    sharedDefault: {
      title: 'Ein Vorgabewert, den alle Aufrufe teilen',
      says: 'Die Liste entsteht einmal, mit der Funktion. Jede Anfrage, die keine eigene mitbringt, lässt ihren Eintrag darin.',
    },
    calledDefault: {
      title: 'Ein Vorgabewert, der einmal aufgerufen wird',
      says: 'Die Sitzung wird beim Import des Moduls geöffnet und nie geschlossen.',
    },
    methodCache: {
      title: 'Ein Cache an einer Methode',
      says: 'Der Cache gehört der Klasse, und self ist Teil jedes Schlüssels. Er behält jede Instanz, die je gefragt wurde.',
    },
    classList: {
      title: 'Eine Liste an der Klasse',
      says: 'Sie sieht aus wie ein Attribut jedes Trackers und ist eine einzige Liste für alle.',
    },
    looseTask: {
      title: 'Ein Task, den niemand hält',
      says: 'Das Gegenteil eines Lecks: Die Event-Loop hält Tasks nur schwach, also kann dieser verschwinden, bevor er fertig ist.',
    },
    loopFunction: {
      title: 'Eine Funktion, die ihre Schleife sieht',
      says: 'Jeder Callback sieht den letzten Client und behält ihn, solange der Callback behalten wird.',
    },
    openFile: {
      title: 'Eine Datei ohne with',
      says: 'Sie wird geschlossen, wenn der letzte Verweis wegfällt. Wer sie behält, behält auch den Deskriptor.',
    },
    replacedGlobal: {
      title: 'Eine Funktion, die eine globale Variable ersetzt',
      says: 'Was sie dort ablegt, lebt bis zum nächsten Aufruf oder so lange wie der Prozess.',
    },
  },
  unseen: {
    moduleList: {
      title: 'Eine Liste in einem Modul',
      says: 'Hier ist nichts auffällig. Dass nie jemand einen Eintrag herausnimmt, steht nirgends.',
    },
    keyedDict: {
      title: 'Ein Dict mit einem Schlüssel für jeden Client',
      says: 'Es ist so groß wie die Zahl der Clients, die es je gab. Ein Linter weiß nicht, wie viele kommen.',
    },
    addedSet: {
      title: 'Ein Set, zu dem nur etwas hinzukommt',
      says: 'Das ist der Rat von RUF006, halb befolgt: Der Task wird gehalten, und nichts nimmt ihn heraus, wenn er fertig ist.',
    },
    declaredRegistry: {
      title: 'Ein Verzeichnis an der Klasse, als solches deklariert',
      says: 'ClassVar sagt dem Linter, dass die Liste geteilt werden soll. Ob sie auch wachsen soll, fragt er nicht.',
    },
    functionCache: {
      title: 'Ein Cache an einer Funktion',
      says: 'Derselbe Cache wie an einer Methode, ohne self. Er hat keine Grenze und einen Schlüssel für jeden Kunden und Tag.',
    },
    keptCallback: {
      title: 'Ein Callback, der nie zurückgenommen wird',
      says: 'Der Bus überlebt die Seite, hält ihre Methode und damit die Seite.',
    },
    keptException: {
      title: 'Eine Exception, die behalten wird',
      says: 'Mit ihr kommen ihr Traceback, die Frames darin und jede Variable, die diese hatten.',
    },
    manyLoggers: {
      title: 'Ein Logger für jede Anfrage',
      says: 'Das Modul logging behält jeden Logger unter seinem Namen, für immer.',
    },
  },
};
