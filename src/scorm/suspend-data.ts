import { words } from '#words/scorm';
import { strFromU8, strToU8 } from 'fflate';
import * as z from 'zod/mini';
import { STAGES, type Stage } from '../progress/reached.ts';
import { nothingKept, type Kept } from '../progress/schema.ts';
import { deflate, fromBase64Url, inflate } from '../share/deflated.ts';
import { packCode, unpackCode } from '../share/packed-code.ts';
import { SCRATCH, type ScormLesson } from './course.ts';

/*
 * leaklab.1 ~ line-or-plateau.1.7f ~ who-holds-it.2.3 ~ C.0.<code> ~ D.0.<code> ~ N.<notes> ~ Z
 *
 * Of each lesson its slug, its version and its stages as bits; the changed program of one, by its place among them, and its scratchpad;
 * then what was opened and how long it took. All of it is made of letters, digits and `-_.~`, which no LMS escapes.
 */
const FORMAT = 'leaklab';
const VERSION = 1;
const BETWEEN = '~';
const END = 'Z';
/** More than any version of SCORM keeps. */
const MOST_CHARACTERS = 65_536;

export type Encoded = {
  text: string;
  /** What had no room: the program of these lessons, their scratchpads, and what was opened and how long it took. */
  leftOut: { program: readonly string[]; scratch: readonly string[]; notes: boolean };
};

export type Decoded =
  | { kind: 'nothing' }
  /** `lost`: what could not be read, in a sentence, where that is not all. */
  | { kind: 'progress'; lessons: Record<string, Kept>; lost: string | null }
  | { kind: 'refused'; sentence: string };

/** By lesson: the keys that were opened, and the seconds of each browser. */
const Notes = z.array(
  z.tuple([z.int(), z.array(z.string()), z.record(z.string(), z.number().check(z.nonnegative()))]),
);

/**
 * The progress of `lessons` in at most `room` characters. Stages come first. Then the changed programs, that of `last` before others
 * and the short before the long, as far as they fit; then the scratchpads in the same way; then the notes.
 */
export function encodeProgress(
  lessons: readonly ScormLesson[],
  keptOf: (slug: string) => Kept | undefined,
  room: number,
  last: string,
): Encoded {
  const begun = lessons.flatMap((lesson) => {
    const kept = keptOf(lesson.slug);
    return kept ? [{ lesson, kept }] : [];
  });
  const stages = begun.map(
    ({ lesson: { slug }, kept }) => `${slug}.${kept.lessonVersion}.${bitsOf(kept.reached).toString(16)}`,
  );
  const parts = [`${FORMAT}.${VERSION}`, ...stages];
  let left = room - [...parts, END].join(BETWEEN).length;
  const add = (part: string): boolean => {
    const characters = part.length + BETWEEN.length;
    if (characters > left) return false;
    left -= characters;
    parts.push(part);
    return true;
  };

  const addCode = (kind: 'C' | 'D', packed: (lesson: ScormLesson, kept: Kept) => string | null): string[] =>
    begun
      .flatMap(({ lesson, kept }, index) => {
        const code = packed(lesson, kept);
        return code === null ? [] : [{ slug: lesson.slug, part: code && `${kind}.${index}.${code}` }];
      })
      .sort((a, b) => Number(b.slug === last) - Number(a.slug === last) || a.part.length - b.part.length)
      .filter(({ part }) => part === '' || !add(part))
      .map(({ slug }) => slug);
  const program = addCode('C', packedProgram);
  const scratch = addCode('D', packedScratch);
  const notes = begun.flatMap(({ kept: { opened, seconds = {} } }, index) =>
    opened.length + Object.keys(seconds).length > 0 ? [[index, opened, seconds] as const] : [],
  );
  const hasNotes = notes.length === 0 || add(`N.${deflate(strToU8(JSON.stringify(notes)))}`);
  return { text: [...parts, END].join(BETWEEN), leftOut: { program, scratch, notes: !hasNotes } };
}

/** What `encodeProgress` wrote, of lessons that there still are; an LMS may hand back anything. */
export function decodeProgress(lessons: readonly ScormLesson[], text: string): Decoded {
  if (text.trim() === '') return { kind: 'nothing' };
  const [head = '', ...parts] = text.trim().slice(0, MOST_CHARACTERS).split(BETWEEN);
  const [format, version = ''] = head.split('.');
  if (format !== FORMAT || !/^\d{1,4}$/.test(version)) return refused(words.kept.foreign);
  if (Number(version) !== VERSION) return refused(words.kept.otherVersion(version));

  const isWhole = parts.pop() === END;
  const places: (ScormLesson | undefined)[] = [];
  const found: Record<string, Kept> = {};
  let amiss = isWhole ? 0 : 1;
  for (const part of parts) {
    const stage = /^([a-z0-9-]{1,80})\.(\d{1,6})\.([0-9a-f]{1,2})$/.exec(part);
    if (stage) {
      const [, slug = '', lessonVersion = '', bits = ''] = stage;
      const lesson = lessons.find((one) => one.slug === slug);
      places.push(lesson);
      if (lesson)
        found[slug] = { ...nothingKept(Number(lessonVersion)), reached: stagesIn(parseInt(bits, 16)) };
    } else if (!readPart(part, places, found)) amiss += 1;
  }
  if (amiss > 0 && Object.keys(found).length === 0) return refused(words.kept.damaged);
  return { kind: 'progress', lessons: found, lost: amiss === 0 ? null : words.kept.partlyLost };
}

/** Adds a part with code or notes to what was `found`; false where it cannot be read. */
function readPart(
  part: string,
  places: readonly (ScormLesson | undefined)[],
  found: Record<string, Kept>,
): boolean {
  const [kind = '', ...rest] = part.split('.');
  const [place = '', packed = ''] = rest;
  if (
    (kind === 'C' || kind === 'D') &&
    rest.length === 2 &&
    /^\d{1,4}$/.test(place) &&
    Number(place) < places.length
  ) {
    const lesson = places[Number(place)];
    const kept = lesson && found[lesson.slug];
    if (!lesson || !kept) return true;
    const code = unpackCode(lesson.start, packed);
    if (code.kind !== 'code') return false;
    found[lesson.slug] = {
      ...kept,
      files: { ...kept.files, ...code.texts },
      ...(code.deployment ? { deployment: code.deployment } : {}),
    };
    return true;
  }
  const notes = kind === 'N' && rest.length === 1 ? notesIn(place) : null;
  for (const [index, opened, seconds] of notes ?? []) {
    const slug = places[index]?.slug ?? '';
    const kept = found[slug];
    if (kept) found[slug] = { ...kept, opened, seconds };
  }
  return notes !== null;
}

/** Null where nothing was changed; empty where it is too much for any link. */
function packedProgram({ start }: ScormLesson, { files, deployment }: Kept): string | null {
  const isOfProgram = ([name]: [string, string]) => name !== SCRATCH && Object.hasOwn(start, name);
  const texts = Object.fromEntries(Object.entries(files).filter(isOfProgram));
  return Object.keys(texts).length === 0 && deployment === undefined
    ? null
    : packed(start, texts, deployment ?? null);
}

function packedScratch({ start }: ScormLesson, { files }: Kept): string | null {
  const text = files[SCRATCH];
  return text === undefined ? null : packed(start, { [SCRATCH]: text }, null);
}

function packed(
  start: ScormLesson['start'],
  texts: Record<string, string>,
  deployment: Kept['deployment'] | null,
): string {
  const outcome = packCode(start, { texts, load: {}, deployment: deployment ?? null });
  return outcome.kind === 'packed' ? outcome.packed : '';
}

function notesIn(packed: string): z.infer<typeof Notes> | null {
  const bytes = fromBase64Url(packed);
  const json = bytes && inflate(bytes);
  if (!json || json === 'too-large') return null;
  try {
    return Notes.safeParse(JSON.parse(strFromU8(json))).data ?? null;
  } catch {
    return null;
  }
}

function bitsOf(reached: readonly Stage[]): number {
  return reached.reduce((bits, stage) => bits | (1 << STAGES.indexOf(stage)), 0);
}

function stagesIn(bits: number): Stage[] {
  return STAGES.filter((_, index) => (bits & (1 << index)) !== 0);
}

function refused(sentence: string): Decoded {
  return { kind: 'refused', sentence: `${sentence} ${words.kept.startsAnew}` };
}
