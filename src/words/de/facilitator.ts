import type { words as english } from '../en/facilitator.ts';

export const words: typeof english = {
  printHandout: 'Handzettel drucken',
  printNotes: 'Diese Notizen drucken',
  path: 'Zum Lernpfad selbst',
  agenda: {
    heading: 'Ablauf',
    about: (minutes, together) =>
      `Die Minuten sind die der Lektionen, für eine Person, die allein arbeitet: zusammen ${minutes}. Als Faustregel braucht eine Gruppe, die miteinander redet, noch einmal halb so lange dazu, das macht ${together}. Gib ihr eine Pause, wenn es länger als anderthalb Stunden dauert. Lass alle allein oder zu zweit arbeiten; nichts muss installiert werden.`,
    from: 'Ab',
    step: 'Schritt',
    minutes: 'Minuten',
    whole: 'die ganze Lektion',
    end: 'Ende',
    endNote: 'Ein eigener Vorfall, wenn Zeit dafür ist',
  },
  show: {
    heading: 'Was du zeigst',
    run: (load, program) =>
      `„Ausführen“ schickt an „${program}“: ${load}. Was „Prüfen“ zum unveränderten Programm sagt:`,
  },
  questions: {
    heading: 'Fragen',
    others: 'Was du stattdessen hören kannst',
  },
  decoys: {
    heading: 'Was man meist zuerst versucht, und was dabei herauskommt',
    about:
      'Lies einen Versuch vor und frag nach dem Urteil, bevor du es zeigst. Eine gute Antwort sagt, was die Änderung an der Zahl der Dinge ändert, die bleiben, und nicht, ob sie ordentlich aussieht.',
  },
  incident: {
    heading: 'Mit einem eigenen Vorfall',
    choose: {
      lead: 'Wählt einen, der vorbei ist',
      text: ' und dessen Ursache jemand kennt. Ein offener Vorfall ist Arbeit, und die Gruppe würde diese Arbeit machen und nicht die Übung. Fragt, wer Bereitschaft hatte, ob das recht ist.',
    },
    bring: {
      lead: 'Bringt vier Dinge mit:',
      text: ' die Speicherkurve von mindestens einem Tag, in der Neustarts und Deployments markiert sind; was der Dienst in einer Einheit tut (eine Anfrage, eine Aufgabe, eine Nachricht); welchen Verdacht es gab, in der Reihenfolge, in der er aufkam; und die Änderung, die den Vorfall beendet hat. Lasst Namen, Tokens und alles weg, was Kunden gehört.',
    },
    graph: {
      lead: 'Zeigt zuerst nur die Kurve.',
      text: ' Fragt, was die Lektionen fragen. Gerade, Plateau, Treppe oder Sägezahn? Womit wächst es? Welche Frage würdet ihr dem Prozess stellen, und mit welchem Werkzeug? Erst dann erzählt, was ihr getan habt, samt den Irrwegen.',
    },
    small: {
      lead: 'Macht es klein, wenn ihr könnt.',
      before: ' Der Teil, der leckt, und der Aufruf, der ihn füttert, passen oft auf eine Seite. Als ',
      link: 'eigenes Programm',
      after:
        ' können es alle ausführen, und ein Link trägt es in sich. Es bleibt in euren Browsern und in diesem Link, also schreibt nichts hinein, was die Firma nicht verlassen darf.',
    },
    measure: {
      lead: 'Wenn ihr das nicht könnt, messt es dort, wo es läuft.',
      before: ' `python -m leaklab judge shop.orders:place_order --json` schreibt einen Bericht, den ',
      link: 'diese Seite',
      after: ' zeichnet. Mit `--html` wird daraus eine einzige Datei, die sich offline öffnet.',
    },
    next: {
      lead: 'Schließt mit dem, was als Nächstes kommt:',
      text: ' dem Test, der fehlgeschlagen wäre, und der Linie auf dem Dashboard, die gestiegen wäre. Redet über den Code und darüber, was damals zu sehen war, nicht darüber, wer ihn geschrieben hat.',
    },
    nobody:
      'Niemand hat einen Vorfall mitgebracht? Nehmt den Dienst, den ein Timer neu startet. Warum es diesen Timer gibt, ist eine gute erste Frage.',
    sheet: [
      'Was habt ihr zuerst gesehen, und an welcher Messung?',
      'Womit wächst es: mit der Zeit, Anfragen, Clients, Fehlern?',
      'Welchen Verdacht hattet ihr, und was hätte ihn ausgeräumt?',
      'Was hat es entschieden?',
      'Welcher Test oder welche Linie auf einem Dashboard hätte es früher gezeigt?',
    ],
  },
  afterwards: {
    heading: 'Danach können alle',
    about:
      'Geh die Liste am Ende durch und lass alle sagen, bei welcher Zeile sie unsicher sind. Dort beginnt die nächste Sitzung.',
  },
};
