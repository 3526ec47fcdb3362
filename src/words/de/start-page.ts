import type { words as english } from '../en/start-page.ts';

export const words: typeof english = {
  title: 'Leaklab: ein Python-Speicherleck finden und nachweisen, dass es weg ist',
  description:
    'Ein Kurs über die Suche nach Speicherlecks in Python. Führe echte Programme unter Last in deinem Browser aus, finde, was den Speicher hält, behebe es und lass die Lösung messen.',
  heading: 'Finde das Leck. Weise\u00a0nach, dass es weg ist.',
  lead: 'Leaklab ist ein Kurs über die Suche nach Speicherlecks in Python. Du führst einen echten Dienst unter Last aus, hier auf der Seite, und siehst zu, wie sein Speicher wächst. Du findest, was ihn hält, änderst den Code, und die Seite misst, ob das Wachstum aufgehört hat.',
  begin: 'Mit der ersten Lektion beginnen',
  symptoms: 'Ein Symptom nachschlagen',
  cheatSheet: 'Der Spickzettel',
  facts: 'Echtes CPython und echte Frameworks, in deinem Browser. Kein Konto, nichts zu installieren.',
  runs: (position, title) => `Echte Läufe des Programms aus Lektion ${position}, „${title}“.`,
  runsAndDecoys: (position, title) =>
    `Echte Läufe des Programms aus Lektion ${position}, „${title}“. Gestrichelt: was man meist zuerst versucht.`,
  steps: {
    heading: 'So läuft eine Lektion ab',
    watch: {
      heading: 'Sieh es wachsen',
      about:
        'Sag die Kurve voraus, dann führe das Programm unter Last aus. Der belegte Speicher wird gezeichnet, während er gemessen wird.',
    },
    find: {
      heading: 'Finde, was es hält',
      about:
        'Schreib deine eigene Diagnose und führe sie im lebenden Prozess aus. Sie zählt, wenn sie die Zeile, den Typ und den Halter nennt.',
    },
    prove: {
      heading: 'Weise deine Lösung nach',
      about:
        'Ändere das Programm, wie du es für richtig hältst. Das Urteil misst Speicher und Verhalten. Es vergleicht deinen Text nie mit unserem.',
    },
  },
  course: {
    heading: 'Der Kurs',
    pathsBefore: 'Ganz oder entlang',
    pathsLink: 'eines Lernpfads',
    pathsAfter: ':',
    buildsOn: (positions) => `baut auf ${positions} auf`,
    next: 'Weiter',
  },
  limits: {
    heading: 'Was es nicht ist',
    quiz: {
      heading: 'Kein Quiz',
      about:
        'Keine Antwort ist durch ihren Wortlaut richtig. Jede Lösung besteht, die das Wachstum beendet und das Verhalten erhält.',
    },
    profiler: {
      heading: 'Kein Profiler',
      about:
        'Deinen Dienst sieht es sich nicht an. Es lehrt die Werkzeuge, die du dort benutzen wirst, an Programmen, deren Lecks bekannte Ursachen haben.',
    },
    production: {
      heading: 'Keine Produktion',
      about:
        'Python im Browser hat nur einen Thread und einen anderen Allokator. Jede Lektion schließt damit, was auf deinen Servern anders ist.',
    },
    service: {
      heading: 'Kein Onlinedienst',
      about:
        'Hinter der Seite steht kein Server. Was du tippst, bleibt in deinem Browser, und niemand zählt deinen Besuch.',
    },
  },
};
