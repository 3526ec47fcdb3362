import { words } from '#words/own-program';
import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import { MOST_ENTRIES, tooLarge, tooMany, type Entry } from './entries.ts';
import { Refused, shown } from './refused.ts';

export const MOST_ZIP_BYTES = 8 * 2 ** 20;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
/** Deflate makes at most a thousand bytes of one: what a slice of this size becomes is still small. */
const SLICE_BYTES = 4096;

const ENCRYPTED = 1;
const UTF8_NAME = 1 << 11;
const STORED = 0;
const DEFLATED = 8;
const FILE_TYPE = 0o170000;
const SYMLINK = 0o120000;

/**
 * The files of a zip, from its directory alone: nothing is inflated before an entry is read. fflate looks neither at
 * the directory's kinds of files nor at checksums, so this does. Throws `Refused`.
 */
export function entriesOf(zip: Uint8Array): Entry[] {
  if (zip.byteLength > MOST_ZIP_BYTES) throw zipTooLarge();
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw tooMany();
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_BYTES > end || view.getUint32(at, true) !== CENTRAL) throw damaged();
    const next = at + CENTRAL_BYTES + sum(view, at, [28, 30, 32]);
    if (next > end) throw damaged();
    const entry = entryAt(zip, view, at);
    if (entry) entries.push(entry);
    at = next;
  }
  return entries;
}

export function zipTooLarge(): Refused {
  return new Refused(words.zip.tooLarge(MOST_ZIP_BYTES / 2 ** 20));
}

/** Null for a folder, which its files make anyway. */
function entryAt(zip: Uint8Array, view: DataView, at: number): Entry | null {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const name = zip.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + view.getUint16(at + 28, true));
  const path = nameOf(name, flags);
  const mode = view.getUint16(at + 40, true);
  const bytes = view.getUint32(at + 24, true);
  if ((mode & FILE_TYPE) === SYMLINK) throw new Refused(words.zip.link(shown(path)));
  if (flags & ENCRYPTED) throw new Refused(words.zip.encrypted(shown(path)));
  if (path.endsWith('/') && bytes === 0) return null;
  if (method !== STORED && method !== DEFLATED) throw new Refused(words.zip.method(shown(path)));
  return { path, bytes, read: () => contentOf(zip, view, at, { path, method, bytes }) };
}

function contentOf(
  zip: Uint8Array,
  view: DataView,
  at: number,
  { path, method, bytes }: { path: string; method: number; bytes: number },
): Uint8Array {
  const start = view.getUint32(at + 42, true);
  if (start + LOCAL_BYTES > zip.byteLength || view.getUint32(start, true) !== LOCAL) throw damaged(path);
  const from = start + LOCAL_BYTES + sum(view, start, [26, 28]);
  const to = from + view.getUint32(at + 20, true);
  if (to > zip.byteLength) throw damaged(path);
  const packed = zip.subarray(from, to);
  const content = method === STORED ? packed : inflate(packed, bytes, path);
  if (content.byteLength !== bytes || crc32(content) !== view.getUint32(at + 16, true)) throw damaged(path);
  return content;
}

/** Slice by slice, so that a bomb, which says less than it holds, is found before it has gone off. */
function inflate(packed: Uint8Array, most: number, path: string): Uint8Array {
  const content = new Uint8Array(most);
  let size = 0;
  const stream = new Inflate((part) => {
    if (size + part.byteLength > most) throw tooLarge();
    content.set(part, size);
    size += part.byteLength;
  });
  try {
    for (let at = 0; at < packed.byteLength; at += SLICE_BYTES) {
      const end = at + SLICE_BYTES;
      stream.push(packed.subarray(at, end), end >= packed.byteLength);
    }
  } catch (error) {
    throw error instanceof Refused ? error : damaged(path);
  }
  return content.subarray(0, size);
}

function endOf(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    const fits = at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength;
    if (fits && view.getUint32(at, true) === END) return at;
  }
  const begins = view.byteLength >= 4 && view.getUint32(0, true) === LOCAL;
  throw begins ? damaged() : new Refused(words.zip.none);
}

function nameOf(name: Uint8Array, flags: number): string {
  const plain = name.every((byte) => byte < 0x80);
  try {
    if (plain || flags & UTF8_NAME) return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    // Told below.
  }
  throw new Refused(words.zip.nameNotUtf8(shown(String.fromCharCode(...name.subarray(0, 60)))));
}

function sum(view: DataView, at: number, offsets: readonly number[]): number {
  return offsets.reduce((total, offset) => total + view.getUint16(at + offset, true), 0);
}

function damaged(path?: string): Refused {
  return new Refused(path === undefined ? words.zip.damaged : words.zip.entryDamaged(shown(path)));
}
