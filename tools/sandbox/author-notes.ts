import { readFile, readdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { SANDBOXES, lessonsWith } from './sandbox-folder.ts';

/** What stands before an instruction in a file that `npm run new-sandbox` wrote. */
export const MARK = 'AUTHOR:';

/** An instruction that an author has not carried out yet, and where it stands. */
export type Note = { path: string; line: number; instruction: string };

/** The order in which a sandbox is best written. */
const ORDER = [
  /^project\//,
  /^workload/,
  /^check/,
  /^fixes\//,
  /^decoys\//,
  /^sandbox/,
  /^diagnosis/,
  /^diagnose\.py/,
];

/** The instructions that are still in a sandbox's files, in the order in which to carry them out. */
export async function notesOf(folder: string): Promise<Note[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(py|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const rank = (path: string) => {
    const inside = relative(folder, path).replaceAll('\\', '/');
    const place = ORDER.findIndex((pattern) => pattern.test(inside));
    return place < 0 ? ORDER.length : place;
  };
  const ordered = paths.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  return (await Promise.all(ordered.map(notesIn))).flat();
}

/** Those in the lessons that have a sandbox of the course. */
export async function lessonNotesOf(folder: string): Promise<Note[]> {
  if (relative(SANDBOXES, folder) !== basename(folder)) return [];
  return (await Promise.all((await lessonsWith(basename(folder))).map(notesIn))).flat();
}

async function notesIn(path: string): Promise<Note[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.flatMap((text, index) => {
    const [, instruction] = text.split(MARK);
    if (instruction === undefined) return [];
    return [{ path, line: index + 1, instruction: instruction.replace(/( *-->|"?[,\]>]*)\s*$/, '').trim() }];
  });
}

/** What to do, in order, as one text; `told` words a path. */
export function steps(folder: string, notes: readonly Note[], told: (path: string) => string): string {
  const places = notes.map(({ path, line }) => `${told(path)}:${line}`);
  const width = Math.max(...places.map((place) => place.length));
  return [
    `${told(folder)} is not written yet. In this order, and each note goes when it is done:`,
    ...notes.map(
      ({ instruction }, index) =>
        `${String(index + 1).padStart(4)}  ${(places[index] ?? '').padEnd(width)}  ${instruction}`,
    ),
    `Then run npm run gate -- ${told(folder)} again.`,
  ].join('\n');
}
