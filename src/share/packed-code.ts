import { strFromU8, strToU8, zlibSync } from 'fflate';
import * as z from 'zod/mini';
import { deflate, fromBase64Url, inflate, MOST_BYTES } from './deflated.ts';

/** File names to texts. */
type Texts = Readonly<Record<string, string>>;

export type Packed = { kind: 'packed'; packed: string } | { kind: 'too-large'; bytes: number };
/** `reason` is one or two sentences for whoever opened the link. */
export type Unpacked = { kind: 'code'; texts: Texts } | { kind: 'unreadable'; reason: string };

/** As far back as deflate can look. */
const WINDOW_BYTES = 32 * 1024;
/** In a zlib stream with a dictionary: two bytes, and four of the dictionary's checksum. */
const HEADER_BYTES = 6;

const Code = z.record(z.string(), z.string());

/** Packs `changed` so that whoever has the same `start` can unpack it: it takes part as dictionary, so that little is left. */
export function packCode(start: Texts, changed: Texts): Packed {
  const bytes = strToU8(JSON.stringify(changed));
  if (bytes.byteLength > MOST_BYTES) return { kind: 'too-large', bytes: bytes.byteLength };
  return { kind: 'packed', packed: deflate(bytes, dictionaryOf(start)) };
}

/** Unpacks what a stranger may have written: only texts of files that are in `start` come out of it. */
export function unpackCode(start: Texts, packed: string): Unpacked {
  const dictionary = dictionaryOf(start);
  const bytes = fromBase64Url(packed);
  if (!bytes || bytes.byteLength < HEADER_BYTES) return unreadable(damaged);
  const expected = zlibSync(new Uint8Array(), { level: 9, dictionary });
  if (bytes.subarray(2, HEADER_BYTES).some((byte, index) => byte !== expected[index + 2]))
    return unreadable(
      'It was made with another version of this program, so its code cannot be restored here. Ask for the zip, which opens under “Your own program”.',
    );
  const json = inflate(bytes, dictionary);
  if (json === 'too-large') return unreadable('It unpacks to more than any link of this site does.');
  const texts = json === null ? null : textsIn(json);
  if (!texts || Object.keys(texts).length === 0) return unreadable(damaged);
  const foreign = Object.keys(texts).find((name) => !Object.hasOwn(start, name));
  if (foreign !== undefined)
    return unreadable(`It has a file "${foreign.slice(0, 60)}", which this program does not have.`);
  return { kind: 'code', texts };
}

const damaged = 'A part of it is missing or was changed on the way. Ask for it again.';

function unreadable(reason: string): Unpacked {
  return { kind: 'unreadable', reason };
}

function dictionaryOf(start: Texts): Uint8Array {
  return strToU8(JSON.stringify(start)).slice(-WINDOW_BYTES);
}

function textsIn(bytes: Uint8Array): Texts | null {
  try {
    return Code.safeParse(JSON.parse(strFromU8(bytes))).data ?? null;
  } catch {
    return null;
  }
}
