import { codeIn, fragmentOf } from '../../share/fragment.ts';
import type { UnpackedProgram } from '../../own/link.ts';
import type { Packed, Unpacked } from '../../share/packed-code.ts';
import type { Code } from './code.svelte.ts';

export type Offer = Unpacked | UnpackedProgram;
export type Made = { kind: 'link'; address: string } | Exclude<Packed, { kind: 'packed' }>;

/** What the address of a page carries, and how to make one that carries what is there now. */
export type BenchLink = {
  /** What the address of this page carries, until it was opened or left. */
  offer: Offer | null;
  look(hash: string): Promise<void>;
  /** Its whole address, or how many bytes are too many for one. Throws when what packs it does not load. */
  make(): Promise<Made>;
};

/** Code that comes and goes in the address of the sandbox's own page. */
export class Link implements BenchLink {
  offer: Offer | null = $state.raw(null);
  #code: Code;
  /** The page of the sandbox: its lesson has fragments of its own. */
  #address: string;

  constructor(code: Code, address: string) {
    this.#code = code;
    this.#address = address;
  }

  async look(hash: string): Promise<void> {
    const packed = codeIn(hash);
    if (packed === null) return;
    try {
      const { unpackCode } = await import('../../share/packed-code.ts');
      this.offer = unpackCode(this.#start(), packed);
    } catch {
      this.offer = {
        kind: 'unreadable',
        reason: 'What unpacks it could not be loaded. Reload the page to try again.',
      };
    }
  }

  async make(): Promise<Made> {
    const { texts } = this.#code;
    if (texts.changed.length === 0) return { kind: 'link', address: this.#address };
    const { packCode } = await import('../../share/packed-code.ts');
    const result = packCode(
      this.#start(),
      Object.fromEntries(texts.changed.map((name) => [name, texts.of(name)])),
    );
    return result.kind === 'packed'
      ? { kind: 'link', address: this.#address + fragmentOf(result.packed) }
      : result;
  }

  #start(): Record<string, string> {
    const files = this.#code.files.filter((file) => file.editable);
    return Object.fromEntries(files.map(({ name, start }) => [name, start]));
  }
}
