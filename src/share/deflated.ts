import { strFromU8, strToU8, Unzlib, zlibSync } from 'fflate';

export const MOST_BYTES = 512 * 1024;
/** What a slice of this size can become is still small: deflate makes at most a thousand bytes of one. */
const SLICE_BYTES = 512;

/** Packed as text that stands in a fragment as it is. */
export function deflate(bytes: Uint8Array, dictionary?: Uint8Array): string {
  return toBase64Url(zlibSync(bytes, { level: 9, ...(dictionary ? { dictionary } : {}) }));
}

/** Slice by slice, so that a bomb is found before it has gone off. Null where it is damaged. */
export function inflate(bytes: Uint8Array, dictionary?: Uint8Array): Uint8Array | 'too-large' | null {
  const parts: Uint8Array[] = [];
  const seen = { bytes: 0, end: false };
  const stream = new Unzlib(dictionary ? { dictionary } : {}, (part, final) => {
    parts.push(part);
    seen.bytes += part.byteLength;
    seen.end = final;
  });
  try {
    for (let at = 0; at < bytes.byteLength && seen.bytes <= MOST_BYTES; at += SLICE_BYTES) {
      const end = at + SLICE_BYTES;
      stream.push(bytes.subarray(at, end), end >= bytes.byteLength);
    }
  } catch {
    return null;
  }
  if (seen.bytes > MOST_BYTES) return 'too-large';
  if (!seen.end) return null;
  const all = new Uint8Array(seen.bytes);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(strFromU8(bytes, true)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function fromBase64Url(text: string): Uint8Array | null {
  try {
    return strToU8(atob(text.replaceAll('-', '+').replaceAll('_', '/')), true);
  } catch {
    return null;
  }
}
