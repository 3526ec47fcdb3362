import { words } from '#words/share';
import { strFromU8, strToU8, zlibSync } from 'fflate';
import * as z from 'zod/mini';
import { deflate, fromBase64Url, inflate, MOST_BYTES } from './deflated.ts';

/** File names to texts. */
type Texts = Readonly<Record<string, string>>;

/** What a link carries of a sandbox. */
export type Shared = {
  /** Files that differ from their start. */
  texts: Texts;
  /** What Run loads, where it was turned. */
  load: Readonly<Record<string, number>>;
  /** The container and the rate that a lifetime is reckoned for, where they were set. */
  deployment: { mebibytes: number; perSecond: number } | null;
};

export type Packed = { kind: 'packed'; packed: string } | { kind: 'too-large'; bytes: number };
/** `reason` is one or two sentences for whoever opened the link. */
export type Unpacked =
  /** `sameStart`: whoever made it had the same program to begin with. */
  ({ kind: 'code'; sameStart: boolean } & Shared) | { kind: 'unreadable'; reason: string };

/** As far back as deflate can look. */
const WINDOW_BYTES = 32 * 1024;
/** In a zlib stream with a dictionary: two bytes, and four of the dictionary's checksum. */
const HEADER_BYTES = 6;
/** In its second byte: there is one. */
const WITH_DICTIONARY = 0x20;
/** So much longer a link may be for it to open with any start. */
const WORTH_CHARACTERS = 100;
const MOST_TURNED = 20;

const Texts = z.record(z.string(), z.string());
const Wire = z.strictObject({
  /** The checksum of the start. */
  start: z.string().check(z.maxLength(HEADER_BYTES * 2)),
  texts: Texts,
  load: z
    .record(z.string(), z.int().check(z.nonnegative(), z.maximum(1e6)))
    .check(z.refine((load) => Object.keys(load).length <= MOST_TURNED)),
  deployment: z.nullable(
    z.strictObject({
      mebibytes: z.number().check(z.positive(), z.maximum(2 ** 20)),
      perSecond: z.number().check(z.positive(), z.maximum(1e6)),
    }),
  ),
});
/** Of a link that was made before there was anything else in it. */
const TextsAlone = z.pipe(
  Texts,
  z.transform((texts): z.infer<typeof Wire> => ({ start: '', texts, load: {}, deployment: null })),
);
const Link = z.union([Wire, TextsAlone]);

/**
 * Packs `shared` so that whoever has the same `start` can unpack it: it takes part as dictionary, so that little is left.
 * Where a link is hardly longer without, anybody can.
 */
export function packCode(start: Texts, shared: Shared): Packed {
  const dictionary = dictionaryOf(start);
  const wire: z.infer<typeof Wire> = { start: hex(checksumOf(dictionary)), ...shared };
  const bytes = strToU8(JSON.stringify(wire));
  if (bytes.byteLength > MOST_BYTES) return { kind: 'too-large', bytes: bytes.byteLength };
  const [short, whole] = [deflate(bytes, dictionary), deflate(bytes)];
  return { kind: 'packed', packed: whole.length > short.length + WORTH_CHARACTERS ? short : whole };
}

/** Unpacks what a stranger may have written: only texts of files that are in `start` come out of it. */
export function unpackCode(start: Texts, packed: string): Unpacked {
  const dictionary = dictionaryOf(start);
  const checksum = checksumOf(dictionary);
  const bytes = fromBase64Url(packed);
  if (!bytes || bytes.byteLength < HEADER_BYTES) return unreadable(words.damaged);
  const needsStart = ((bytes[1] ?? 0) & WITH_DICTIONARY) !== 0;
  if (needsStart && hex(bytes.subarray(2, HEADER_BYTES)) !== hex(checksum))
    return unreadable(words.otherStart);
  const json = inflate(bytes, needsStart ? dictionary : undefined);
  if (json === 'too-large') return unreadable(words.tooLarge);
  const wire = json === null ? null : wireIn(json);
  if (!wire) return unreadable(words.damaged);
  const { start: theirs, texts, load, deployment } = wire;
  if (Object.keys({ ...texts, ...load }).length === 0 && !deployment) return unreadable(words.damaged);
  const foreign = Object.keys(texts).find((name) => !Object.hasOwn(start, name));
  if (foreign !== undefined) return unreadable(words.foreignFile(foreign.slice(0, 60)));
  const sameStart = needsStart || theirs === hex(checksum);
  return { kind: 'code', sameStart, texts, load, deployment };
}

function unreadable(reason: string): Unpacked {
  return { kind: 'unreadable', reason };
}

function dictionaryOf(start: Texts): Uint8Array {
  return strToU8(JSON.stringify(start)).slice(-WINDOW_BYTES);
}

function checksumOf(dictionary: Uint8Array): Uint8Array {
  return zlibSync(new Uint8Array(), { dictionary }).subarray(2, HEADER_BYTES);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function wireIn(bytes: Uint8Array): z.infer<typeof Wire> | null {
  try {
    return Link.safeParse(JSON.parse(strFromU8(bytes))).data ?? null;
  } catch {
    return null;
  }
}
