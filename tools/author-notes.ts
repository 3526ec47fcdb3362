import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** What stands before an instruction in a sandbox that `npm run new-sandbox` wrote. */
export const MARK = 'AUTHOR:';

/** An instruction that an author has not carried out yet, and where it stands. */
export type Note = { file: string; line: number; instruction: string };

/** The order in which a sandbox is best written. */
const ORDER = [
  /^project\//,
  /^workload/,
  /^check/,
  /^fixes\//,
  /^decoys\//,
  /^sandbox/,
  /^diagnosis/,
  /^diagnose/,
];

/** The instructions that are still in a sandbox's files, in the order in which to carry them out. */
export async function notesOf(folder: string): Promise<Note[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const notes: Note[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || !/\.(py|json)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const lines = (await readFile(path, 'utf8')).split('\n');
    for (const [index, text] of lines.entries()) {
      const [, instruction] = text.split(MARK);
      if (instruction === undefined) continue;
      const file = relative(folder, path).replaceAll('\\', '/');
      notes.push({ file, line: index + 1, instruction: instruction.replace(/"?[,\]]*\s*$/, '').trim() });
    }
  }
  return notes.sort((a, b) => rank(a) - rank(b) || a.file.localeCompare(b.file) || a.line - b.line);
}

function rank({ file }: Note): number {
  const place = ORDER.findIndex((pattern) => pattern.test(file));
  return place < 0 ? ORDER.length : place;
}

/** What to do, in order, as one text. */
export function steps(folder: string, notes: readonly Note[]): string {
  const places = notes.map(({ file, line }) => `${folder}/${file}:${line}`);
  const width = Math.max(...places.map((place) => place.length));
  return [
    `${folder} is not written yet. In this order, and each note goes when it is done:`,
    ...notes.map(
      ({ instruction }, index) =>
        `${String(index + 1).padStart(4)}  ${(places[index] ?? '').padEnd(width)}  ${instruction}`,
    ),
    `Then run npm run gate -- ${folder} again.`,
  ].join('\n');
}
