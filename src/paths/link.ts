import { words } from '#words/own-path';
import { deflate, fromBase64Url, inflate } from '../share/deflated.ts';
import { fragmentOfPath, pathIn } from '../share/fragment.ts';

/** The fragment of an address that carries the file of a path. */
export function linkTo(text: string): string {
  return fragmentOfPath(deflate(new TextEncoder().encode(text)));
}

/** The file that a fragment carries, as it was written, or a sentence on why it cannot be read; null where it carries none. */
export function fileIn(hash: string): { text: string } | { refused: string } | null {
  const packed = pathIn(hash);
  if (packed === null) return null;
  const bytes = fromBase64Url(packed);
  const unpacked = bytes && inflate(bytes);
  if (unpacked === 'too-large') return { refused: words.link.tooLarge };
  try {
    if (unpacked) return { text: new TextDecoder('utf-8', { fatal: true }).decode(unpacked) };
  } catch {
    // It is damaged all the same.
  }
  return { refused: words.link.damaged };
}
