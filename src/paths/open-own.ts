import { words } from '#words/own-path';
import type { PathLesson } from '../course/paths.ts';
import { href } from '../layouts/href.ts';
import { keepPath } from './kept.ts';
import { fileIn, linkTo } from './link.ts';
import { MOST_BYTES, readOwnPath, type ReadPath } from './read-own.ts';
import { routeOf } from './route.ts';

/** What came of opening: a path has the fragment that carries it, and whether this browser keeps it. */
export type OpenedPath =
  | (Extract<ReadPath, { kind: 'path' }> & { fragment: string; kept: boolean })
  | Extract<ReadPath, { kind: 'refused' }>;

/** Opens a file that was chosen or dropped; never fails. */
export async function openFile(file: File): Promise<OpenedPath> {
  if (file.size > MOST_BYTES) return openText(file.name, ' '.repeat(MOST_BYTES + 1));
  try {
    return await openText(file.name, await file.text());
  } catch {
    return refused(words.unreadable(file.name));
  }
}

/** Opens what the fragment of an address carries; null where it carries no path. */
export async function openLink(hash: string): Promise<OpenedPath | null> {
  const file = fileIn(hash);
  if (file === null) return null;
  return 'text' in file ? openText(words.link.name, file.text) : refused(file.refused);
}

/** Reads the file of a path, and keeps it, so that its lessons lead on along it. */
export async function openText(name: string, text: string): Promise<OpenedPath> {
  let lessons: readonly PathLesson[];
  try {
    lessons = (await (await fetch(href('paths/lessons.json'))).json()) as PathLesson[];
  } catch {
    return refused(words.noLessons);
  }
  const read = readOwnPath(name, text, lessons);
  if (read.kind === 'refused') return read;
  const kept = keepPath({ name, text, route: routeOf(read.path) });
  return { ...read, fragment: linkTo(text), kept };
}

function refused(problem: string): OpenedPath {
  return { kind: 'refused', problems: [problem] };
}
