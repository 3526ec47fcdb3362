import { words } from '#words/own-program';
import { strToU8 } from 'fflate';
import { deflate, fromBase64Url, inflate, MOST_BYTES } from '../share/deflated.ts';
import { programIn, type OwnProgram } from './own-program.ts';
import { Refused, shown } from './refused.ts';

export type PackedProgram = { kind: 'packed'; packed: string } | { kind: 'too-large'; bytes: number };
/** `reason` is one or two sentences for whoever opened the link. */
export type UnpackedProgram =
  { kind: 'program'; program: OwnProgram } | { kind: 'unreadable'; reason: string };

export function packProgram(program: OwnProgram): PackedProgram {
  const bytes = strToU8(JSON.stringify(program));
  return bytes.byteLength > MOST_BYTES
    ? { kind: 'too-large', bytes: bytes.byteLength }
    : { kind: 'packed', packed: deflate(bytes) };
}

/** Unpacks what a stranger may have written. `known`: the packages of this site. */
export function unpackProgram(packed: string, known: readonly string[]): UnpackedProgram {
  try {
    return { kind: 'program', program: opened(packed, known) };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'unreadable', reason: error.message };
    throw error;
  }
}

function opened(packed: string, known: readonly string[]): OwnProgram {
  const bytes = fromBase64Url(packed);
  const json = bytes && inflate(bytes);
  if (json === 'too-large') throw new Refused(words.link.tooLarge);
  if (!json) throw new Refused(words.link.damaged);
  const program = programIn(parsed(json), words.link.program);
  const strange = program.settings.packages.find((name) => !known.includes(name));
  if (strange !== undefined) throw new Refused(words.link.unknownPackage(shown(strange), known.join(', ')));
  return program;
}

function parsed(json: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
  } catch {
    throw new Refused(words.link.damaged);
  }
}
