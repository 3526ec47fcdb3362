import { strFromU8, strToU8 } from 'fflate';
import { deflate, fromBase64Url, inflate } from '../share/deflated.ts';
import type { Proof } from './proof-file.ts';

const MARK = '#proof=';

/** The fragment that carries a proof. A browser sends it to no server. */
export function fragmentOf(proof: Proof): string {
  return MARK + deflate(strToU8(JSON.stringify(proof)));
}

/** The text of the proof in an address; null where it carries none, and '' where what it carries is damaged. */
export function proofIn(hash: string): string | null {
  if (!hash.startsWith(MARK)) return null;
  const packed = fromBase64Url(hash.slice(MARK.length));
  const bytes = packed && inflate(packed);
  return bytes === null || bytes === 'too-large' ? '' : strFromU8(bytes);
}
