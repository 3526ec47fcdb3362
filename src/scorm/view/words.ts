import type { Opened } from '../lms.ts';
import type { Standing } from '../standing.ts';

/** Whether anybody is told, in a sentence. */
export function lmsSentence({ kind }: Opened): string {
  switch (kind) {
    case 'open':
      return 'Your progress is reported to the LMS.';
    case 'none':
      return 'No LMS opened this page, so nothing is reported. All else works; your progress stays in this browser.';
    case 'refused':
      return 'The LMS did not begin a visit, so nothing is reported. Close this page and open it from the LMS again.';
    default:
      return kind satisfies never;
  }
}

export function standingWords({ reached, of, percent, complete, proved }: Standing): string {
  if (complete) return proved ? 'All stages reached, every fix proved' : 'All stages reached';
  return `${reached} of ${of} stages, ${percent} %`;
}

/** The same of one lesson in the list. */
export function stepWords({ reached, of, complete, proved }: Standing): string {
  if (complete) return proved ? 'Proved' : 'Done';
  return `${reached} of ${of} stage${of === 1 ? '' : 's'}`;
}
