import { durationOf, standingElements, SUSPEND_DATA, WORDS, type CmiState, type Elements } from './cmi.ts';
import type { ScormVersion } from './course.ts';
import type { Standing } from './standing.ts';

/** What it answers is text, or `true` itself in some. */
type Api = Record<string, (...values: string[]) => string | number | boolean | null | undefined>;
type Found = { version: ScormVersion; api: Api };

/** What is told each time; `place` is where the learner is. */
export type Told = { standing: Standing; data: string; place: string };

/** The LMS that opened this page, as long as it listens. */
export type Lms = {
  version: ScormVersion;
  /** Characters that it keeps for us. */
  room: number;
  /** Its name for the learner, or nothing. */
  learner: string;
  /** What it kept of an earlier visit. */
  data: string;
  place: string;
  /** Tells it and has it kept. False where it refused any of it. */
  report(told: Told): boolean;
  /** Ends the visit, with its time; the next one goes on from here. */
  close(): void;
};

export type Opened = { kind: 'open'; lms: Lms } | { kind: 'none' } | { kind: 'refused' };

/** An LMS lays its pages into one another less deep than this. */
const MOST_WINDOWS = 50;

/** Looks for the LMS of `version`, else of the other, where SCORM has it: in the windows around this one, then around its opener. */
export function findApi(own: Window, version: ScormVersion): Found | null {
  const versions: ScormVersion[] = version === '1.2' ? ['1.2', '2004'] : ['2004', '1.2'];
  return around(own, versions) ?? around(openerOf(own), versions) ?? around(openerOf(own.top), versions);
}

function around(from: Window | null, versions: readonly ScormVersion[]): Found | null {
  let present = from;
  for (let count = 0; present !== null && count < MOST_WINDOWS; count++) {
    try {
      for (const version of versions) {
        const api = (present as unknown as Record<string, Api | null | undefined>)[WORDS[version].api];
        if (api) return { version, api };
      }
    } catch {
      // A window of another origin: beyond it may be one of ours.
    }
    if (present.parent === present) return null;
    present = present.parent;
  }
  return null;
}

function openerOf(page: Window | null): Window | null {
  try {
    return (page?.opener as Window | null | undefined) ?? null;
  } catch {
    return null;
  }
}

/** Begins a visit. `now` gives milliseconds. */
export function openLms(own: Window, wanted: ScormVersion, now: () => number): Opened {
  const found = findApi(own, wanted);
  if (!found) return { kind: 'none' };
  const { version, api } = found;
  const words = WORDS[version];
  const call = (name: string, ...values: string[]): string => {
    try {
      return String(api[name]?.(...values) ?? '');
    } catch {
      return '';
    }
  };
  if (call(words.initialize, '') !== 'true') return { kind: 'refused' };
  const get = (element: string) => call(words.getValue, element);
  const set = (elements: Elements) =>
    elements.map(([element, value]) => call(words.setValue, element, value) === 'true').every(Boolean);

  const began = now();
  const before: CmiState = {
    status: get(words.status),
    success: words.success === null ? '' : get(words.success),
    score: get(words.score),
  };
  const learner = get(words.learner);
  const [data, place] = [get(SUSPEND_DATA), get(words.location)];
  const stay = (): Elements => [
    // Told early too: a window may be closed without a word.
    [words.exit, 'suspend'],
    [words.time, durationOf(version, now() - began)],
  ];
  let isOpen = true;
  return {
    kind: 'open',
    lms: {
      version,
      room: words.room,
      learner,
      data,
      place,
      report(told) {
        if (!isOpen) return false;
        const isTold = set([
          [SUSPEND_DATA, told.data],
          [words.location, told.place],
          ...standingElements(version, told.standing, before),
          ...stay(),
        ]);
        return call(words.commit, '') === 'true' && isTold;
      },
      close() {
        if (!isOpen) return;
        isOpen = false;
        set(stay());
        call(words.commit, '');
        call(words.terminate, '');
      },
    },
  };
}
