import { words } from '#words/bring';
import { tooMany, isLeftover, MOST_ENTRIES, type Entry } from '../../own/entries.ts';
import { readProgram, type Brought } from '../../own/read-program.ts';
import { Refused, shown } from '../../own/refused.ts';
import { entriesOf, MOST_ZIP_BYTES, zipTooLarge } from '../../own/zip.ts';
import type { Own } from '../session/own.svelte.ts';

/** Files of a picker; those of a folder say where in it they lie. True where something has been opened. */
export function bringFiles(own: Own, files: readonly File[]): Promise<boolean> {
  return bring(own, async () => files.map((file) => entryOf(file, file.webkitRelativePath || file.name)));
}

/** What was dropped: files, a zip, a folder. */
export function bringDrop(own: Own, dropped: readonly (FileSystemEntry | File)[]): Promise<boolean> {
  return bring(own, async () => {
    const found: Entry[] = [];
    for (const one of dropped) {
      if (one instanceof File) found.push(entryOf(one, one.name));
      else await walk(one, found);
    }
    return found;
  });
}

/** The one way in: whatever it was, it ends in a sentence, and nothing has run. */
async function bring(own: Own, list: () => Promise<Entry[]>): Promise<boolean> {
  try {
    const entries = await list();
    if (entries.length === 0) throw new Refused(words.refused.empty);
    const [only] = entries;
    const zip = entries.length === 1 && only !== undefined && /\.zip$/i.test(only.path) ? only : null;
    if (zip && zip.bytes > MOST_ZIP_BYTES) throw zipTooLarge();
    if (!zip && entries.every(({ path }) => !path.endsWith('.py') && !path.endsWith('.json')))
      throw new Refused(words.refused.cannotBeOpened(shown(only?.path ?? '')));
    const all = zip ? entriesOf(await zip.read()) : entries;
    take(own, await readProgram(all, own.terms.known));
    return true;
  } catch (error) {
    const sentence =
      error instanceof Refused
        ? error.message
        : words.refused.unreadable(error instanceof Error ? error.message : String(error));
    own.told = { kind: 'refused', sentence: words.refused.notOpened(sentence) };
    return false;
  }
}

function take(own: Own, brought: Brought): void {
  const rest = leftOutWords(brought.leftOut);
  if (brought.kind === 'program') {
    const { settings, lesson } = brought.program;
    const opened = lesson ? words.opened.lesson : words.opened.program;
    own.open(brought.program, opened(shown(settings.title)) + rest);
    return;
  }
  const [first = '', ...more] = Object.keys(brought.files);
  const placed = more.length === 0 ? words.opened.file(first) : words.opened.files(more.length + 1);
  const complaint = own.put(brought.files, placed + rest);
  if (complaint !== null) throw new Refused(complaint);
}

function leftOutWords(paths: readonly string[]): string {
  if (paths.length === 0) return '';
  const named = paths.slice(0, 3).map(shown).join(', ');
  const all = paths.length > 3 ? words.opened.andMore(named, paths.length - 3) : named;
  return ` ${words.opened.leftOut(all)}`;
}

function entryOf(file: File, path: string): Entry {
  return { path, bytes: file.size, read: async () => new Uint8Array(await file.arrayBuffer()) };
}

async function walk(entry: FileSystemEntry, found: Entry[]): Promise<void> {
  const path = entry.fullPath.replace(/^\//, '');
  if (isLeftover(path)) return;
  if (found.length > MOST_ENTRIES) throw tooMany();
  if (isFile(entry)) {
    found.push(entryOf(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)), path));
    return;
  }
  if (!isFolder(entry)) return;
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const one of some) await walk(one, found);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
