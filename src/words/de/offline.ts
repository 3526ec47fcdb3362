import type { words as english } from '../en/offline.ts';

export const words: typeof english = {
  looking: 'Was dieser Lernpfad braucht, wird nachgesehen …',
  unknown: (reason) => `Was dieser Lernpfad braucht, ließ sich nicht feststellen. ${reason}`,
  taking: 'Der Lernpfad wird mitgenommen. Du kannst hier inzwischen weiterlesen.',
  removing: 'Der Lernpfad wird entfernt …',
  stopped: 'Angehalten.',
  comeIsKept: 'Was schon da ist, bleibt; beim Weitermachen wird nur der Rest geladen.',
  toTake: {
    all: (bytes) =>
      `Seine Seiten, der Editor und Python mit den Paketen seiner Lektionen: ${bytes} auf diesem Gerät.`,
    part: (bytes, missing) =>
      `Seine Seiten, der Editor und Python mit den Paketen seiner Lektionen: ${bytes} auf diesem Gerät, davon fehlen noch ${missing}.`,
  },
  taken: {
    all: (day, bytes) =>
      `Auf diesem Gerät seit ${day}; ${bytes}. Seine Lektionen lassen sich ohne Netz öffnen, ausführen und prüfen.`,
    part: (day, missing) =>
      `Auf diesem Gerät seit ${day}. Seither hat sich die Website geändert, oder etwas davon wurde gelöscht: Es fehlen noch ${missing}.`,
  },
  progress: {
    label: 'Mitgenommen',
    percent: (percent, bytes) => `${percent} % von ${bytes}`,
  },
  buttons: {
    take: 'Mitnehmen',
    takeRest: 'Den Rest laden',
    goOn: 'Weitermachen',
    stop: 'Stopp',
    tryAgain: 'Noch einmal versuchen',
    remove: 'Entfernen',
  },
  names: {
    listing: 'Die Liste der Dateien dieser Website',
    startPage: 'Die Startseite',
    page: (path) => `Die Seite ${path}`,
  },
  reasons: {
    notLoaded: 'Der Teil der Seite, der lädt und speichert, konnte nicht geladen werden. Bist du offline?',
    noRoom: 'Dafür ist auf diesem Gerät kein Platz mehr. Schaff Platz, dann mach weiter.',
    tooLittleRoom: (free, missing) =>
      `Dieser Browser hat hier Platz für ${free}, und es fehlen noch ${missing}. Schaff Platz auf diesem Gerät, dann mach weiter.`,
    notFetched: (name, status) => `${name} konnte nicht geladen werden: Der Server antwortete mit ${status}.`,
    renewed: 'Die Website wird gerade erneuert. Versuch es in einer Minute noch einmal.',
    otherFile: (name) =>
      `${name} ist nicht die Datei, mit der die Website gebaut wurde. Versuch es in einer Minute noch einmal.`,
    lessonGone: (slug) => `Die Lektion „${slug}“ gibt es auf der Website nicht mehr. Lade die Seite neu.`,
    noListing: 'Der Server hat statt offline.json etwas anderes gesendet. Lade die Seite neu.',
    otherListing: (field) =>
      `Der Server hat ein offline.json gesendet, das nicht zu dieser Seite passt (${field}). Lade die Seite neu.`,
  },
};
