import type { words as english } from '../en/paths-page.ts';

export const words: typeof english = {
  heading: 'Lernpfade',
  description:
    'Lektionen in einer Reihenfolge, für alle, die einen Anlass und nur so viele Minuten haben: Bereitschaft, Flask und Django, FastAPI und asyncio, Celery, Produktion.',
  lead: 'Lektionen in einer Reihenfolge, für alle, die einen Anlass und nur so viele Minuten haben. Eine Lektion, die du von einem Lernpfad aus öffnest, führt auf ihm weiter, und zu jedem Lernpfad gibt es Notizen für alle, die ihn mit einer Gruppe gehen.',
  file: {
    heading: 'Ein eigener Lernpfad',
    aboutBefore:
      'Für dein Team, in einer Datei: welche Lektionen, in welcher Reihenfolge und warum. Er öffnet sich hier und funktioniert wie die Lernpfade oben. Sein Link trägt ihn ganz in sich und braucht ebenfalls keinen Server. Vielleicht ist',
    aboutLink: 'schon einer geöffnet',
    aboutAfter: '.',
    summary: 'Wie eine solche Datei aussieht',
    label: 'Ein Lernpfad als Datei',
    example: `title: Unsere erste Woche
for: Für neue Kolleginnen und Kollegen, die Bereitschaft haben werden.
steps:
  - lesson: line-or-plateau
    why: Unsere Dashboards zeigen den residenten Speicher.
  - lesson: flask-cache-by-client
    stages: [symptom, observe]
    minutes: 8
    why: Auch unser Lasttest hat nur einen Client.
    show: Frag, welcher unserer Caches keine Grenze hat.
afterwards:
  - Unser Speicher-Dashboard lesen.
  - Sagen, was unser Lasttest nicht zeigt.
`,
    fields:
      'Nenne eine Lektion, wie ihre Adresse sie nennt. Ohne `stages` ist die ganze Lektion gemeint, und sie kennt ihre Minuten. `show` ist für die Kursleitung; `incident`, neben `title`, sagt, welche eurer Vorfälle passen, und `within`, wie viele Minuten es gibt.',
  },
  opener: {
    label: 'Einen Lernpfad öffnen',
    about:
      'Oder zieh die Datei irgendwo auf diese Seite. Sie wird in diesem Browser gelesen und geht nirgendwohin sonst.',
    noScript: 'Ohne JavaScript kann hier keine Datei geöffnet werden.',
  },
  own: {
    heading: 'Ein eigener Lernpfad',
    description:
      'Öffne einen Lernpfad, den dein Team geschrieben hat: Lektionen in einer Reihenfolge, mit euren Gründen.',
    lead: 'Lektionen in der Reihenfolge deines Teams, mit seinen Gründen.',
    none: 'In diesem Browser ist kein Lernpfad geöffnet. Öffne seine Datei oder den Link, den dir jemand geschickt hat.',
    file: 'Wie eine solche Datei aussieht',
    unkept:
      'Dieser Browser bewahrt hier nichts auf, darum können die Lektionen nicht auf dem Lernpfad weiterführen. Komm nach jeder auf diese Seite zurück.',
    copy: 'Link dazu kopieren',
    close: 'Schließen',
  },
  group: {
    description: (title) =>
      `Für alle, die eine Gruppe auf dem Lernpfad „${title}“ leiten: Ablauf, Fragen mit ihren Antworten und ein Handzettel.`,
    lead: 'Für die Kursleitung. Die Antworten stehen hier, also behalte diese Seite für dich und zeig die Lektionen.',
    ownHeading: 'Ein eigener Lernpfad, mit einer Gruppe',
    ownDescription:
      'Für alle, die eine Gruppe auf einem Lernpfad leiten, den das Team selbst geschrieben hat.',
    none: 'In diesem Browser ist kein Lernpfad geöffnet.',
    open: 'Einen öffnen',
    noScript: 'Ohne JavaScript kann kein eigener Lernpfad gezeigt werden.',
  },
};
