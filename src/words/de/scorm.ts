import type { words as english } from '../en/scorm.ts';

export const words: typeof english = {
  page: { course: 'Kurs', noScript: 'Ohne JavaScript lässt sich diese Lektion nicht öffnen.' },
  step: (place, of, title) => `Schritt ${place} von ${of}: ${title}`,
  lesson: {
    proved: 'Nachgewiesen',
    done: 'Erledigt',
    stages: (reached, stages) => `${reached} von ${stages}`,
  },
  standing: {
    proved: 'Alle Etappen erreicht, jede Lösung nachgewiesen',
    done: 'Alle Etappen erreicht',
    stages: (reached, of, percent) => `${reached} von ${of} Etappen, ${percent} %`,
  },
  lms: {
    open: 'Dein Fortschritt wird dem LMS gemeldet.',
    none: 'Kein LMS hat diese Seite geöffnet, also wird nichts gemeldet. Alles andere funktioniert; dein Fortschritt bleibt in diesem Browser.',
    refused:
      'Das LMS hat keinen Besuch begonnen, also wird nichts gemeldet. Schließe diese Seite und öffne sie noch einmal aus dem LMS.',
  },
  trouble: {
    notTaken:
      'Das LMS hat nicht alles angenommen, was ihm gemeldet wurde. Dein Fortschritt bleibt auch in diesem Browser.',
    noStorage:
      'Dieser Browser speichert für diese Seite nichts: Das LMS erfährt, welche Etappen du erreichst, aber dein Code ist weg, wenn du gehst.',
  },
  noRoom: {
    lessons: (count) => (count === 1 ? 'einer Lektion' : `${count} Lektionen`),
    program: (characters, lessons) =>
      `Das LMS speichert nur ${characters} Zeichen: Für dein Programm aus ${lessons} reicht der Platz nicht, es bleibt allein in diesem Browser.`,
    scratch: (characters, lessons) =>
      `Das LMS speichert nur ${characters} Zeichen: Für dein diagnose.py aus ${lessons} reicht der Platz nicht, es bleibt allein in diesem Browser.`,
    both: (characters, program, scratch) =>
      `Das LMS speichert nur ${characters} Zeichen: Für dein Programm aus ${program} und dein diagnose.py aus ${scratch} reicht der Platz nicht, beides bleibt allein in diesem Browser.`,
  },
  kept: {
    foreign: 'Was das LMS gespeichert hat, stammt nicht von diesem Paket.',
    otherVersion: (version) =>
      `Was das LMS gespeichert hat, stammt von einer anderen Fassung (${version}) dieses Pakets.`,
    damaged: 'Was das LMS gespeichert hat, ist beschädigt, und nichts darin konnte gelesen werden.',
    startsAnew: 'Dieser Besuch fängt von vorn an; was in diesem Browser ist, bleibt.',
    partlyLost:
      'Ein Teil von dem, was das LMS gespeichert hat, konnte nicht gelesen werden: Vielleicht fehlt Code.',
  },
};
