import { words } from '#words/scorm';
import { formatCount } from '../lenses/quantity.ts';
import { keptLessons, takeIn } from '../progress/everything.ts';
import { STAGES, type Stage } from '../progress/reached.ts';
import type { RunStore } from '../progress/run-store.ts';
import { nothingKept, type Kept } from '../progress/schema.ts';
import type { ScormCourse } from './course.ts';
import { changeLearner } from './learner.ts';
import type { Lms } from './lms.ts';
import { standingOf, type Standing } from './standing.ts';
import { decodeProgress, encodeProgress, type Encoded } from './suspend-data.ts';

export type TrackingOptions = {
  course: ScormCourse;
  /** Null without one: the package works on, and tells nobody. */
  lms: Lms | null;
  storage: () => Storage;
  runs: RunStore | null;
  now: () => number;
};

/** What came of a look at the progress: how far the learner is, and what is to be said of it. */
export type Looked = { standing: Standing; troubles: readonly string[] };

/** Keeps the progress in this browser and that of the LMS together: neither replaces what the other has. */
export function openTracking({ course, lms, storage, runs, now }: TrackingOptions) {
  /** Stages that a lesson has told of, where the browser may keep nothing. */
  const told = new Map<string, readonly Stage[]>();
  const troubles = new Set<string>();
  let last = course.lessons.find(({ slug }) => slug === lms?.place)?.slug ?? '';
  let reported = { stages: '', text: '' };

  function keptOf(): (slug: string) => Kept | undefined {
    let kept: Record<string, Kept> = {};
    try {
      kept = keptLessons(storage());
    } catch {
      troubles.add(words.trouble.noStorage);
    }
    return (slug) => {
      const [own, heard] = [kept[slug], told.get(slug)];
      if (!heard) return own;
      const { version = 1 } = course.lessons.find((lesson) => lesson.slug === slug) ?? {};
      const before = own ?? nothingKept(version);
      return { ...before, reached: STAGES.filter((one) => [...before.reached, ...heard].includes(one)) };
    };
  }

  return {
    /** Takes in what the LMS has kept. To be called before a lesson is opened. */
    async restore(): Promise<void> {
      if (!lms) return;
      const decoded = decodeProgress(course.lessons, lms.data);
      if (decoded.kind === 'refused') troubles.add(decoded.sentence);
      try {
        changeLearner(storage(), lms.learner);
        if (decoded.kind !== 'progress') return;
        if (decoded.lost !== null) troubles.add(decoded.lost);
        await takeIn({ lessons: decoded.lessons, runs: [] }, storage(), runs, now());
      } catch {
        troubles.add(words.trouble.noStorage);
        if (decoded.kind !== 'progress') return;
        for (const [slug, { reached }] of Object.entries(decoded.lessons)) told.set(slug, reached);
      }
    },
    /** A lesson says which stages it has reached. */
    hear(slug: string, stages: readonly unknown[]): void {
      const reached = STAGES.filter((stage) => stages.includes(stage) || told.get(slug)?.includes(stage));
      told.set(slug, reached);
    },
    opened(slug: string): void {
      last = slug;
    },
    reachedIn: (slug: string): readonly Stage[] => keptOf()(slug)?.reached ?? [],
    /** Where the learner was, else the first lesson with something left, else the first. */
    where(): string {
      const lessons = course.lessons;
      const kept = keptOf();
      const open = lessons.find(({ slug, stages }) =>
        stages.some((stage) => !kept(slug)?.reached.includes(stage)),
      );
      return last === '' ? ((open ?? lessons[0])?.slug ?? '') : last;
    },
    /** Looks at what is kept and tells the LMS, where anything is new; with `stages`, where a stage is, or another lesson is open. */
    look(news: 'stages' | 'anything' = 'anything'): Looked {
      const kept = keptOf();
      const standing = standingOf(course.lessons, (slug) => kept(slug)?.reached ?? []);
      if (lms) {
        const { text, leftOut } = encodeProgress(course.lessons, kept, lms.room, last);
        const present = { stages: JSON.stringify([standing, last]), text };
        const isOld = present.stages === reported.stages && (news === 'stages' || text === reported.text);
        const isTold = isOld || lms.report({ standing, data: text, place: last });
        if (isTold && !isOld) reported = present;
        const missing = leftOutSentence(leftOut, lms.room);
        const now = [isTold ? null : words.trouble.notTaken, missing].filter((sentence) => sentence !== null);
        return { standing, troubles: [...troubles, ...now] };
      }
      return { standing, troubles: [...troubles] };
    },
  };
}
export type Tracking = ReturnType<typeof openTracking>;

function leftOutSentence({ program, scratch }: Encoded['leftOut'], room: number): string | null {
  const { noRoom } = words;
  const characters = formatCount(room);
  const [ofProgram, ofScratch] = [noRoom.lessons(program.length), noRoom.lessons(scratch.length)];
  if (program.length === 0) return scratch.length === 0 ? null : noRoom.scratch(characters, ofScratch);
  return scratch.length === 0
    ? noRoom.program(characters, ofProgram)
    : noRoom.both(characters, ofProgram, ofScratch);
}
