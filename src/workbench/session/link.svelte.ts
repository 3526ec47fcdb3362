import { words } from '#words/session';
import { codeIn, fragmentOf } from '../../share/fragment.ts';
import type { UnpackedProgram } from '../../own/link.ts';
import type { Packed, Unpacked } from '../../share/packed-code.ts';
import type { Code } from './code.svelte.ts';
import type { Deployment } from './deployment.ts';
import type { TurnedLoad } from './turned-load.svelte.ts';

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

/** What of a sandbox is set beside its code. */
export type Beside = { readonly load: TurnedLoad; readonly deployment: Deployment | null };

/** Code, and what is set beside it, that comes and goes in the address of the sandbox's own page. */
export class Link implements BenchLink {
  offer: Offer | null = $state.raw(null);
  #code: Code;
  #beside: Beside;
  /** The page of the sandbox: its lesson has fragments of its own. */
  #address: string;

  constructor(code: Code, beside: Beside, address: string) {
    this.#code = code;
    this.#beside = beside;
    this.#address = address;
  }

  async look(hash: string): Promise<void> {
    const packed = codeIn(hash);
    if (packed === null) return;
    try {
      const { unpackCode } = await import('../../share/packed-code.ts');
      this.offer = unpackCode(this.#start(), packed);
    } catch {
      this.offer = { kind: 'unreadable', reason: words.link.unpackerAway };
    }
  }

  async make(): Promise<Made> {
    const { texts } = this.#code;
    const { load, deployment } = this.#beside;
    if (texts.changed.length === 0 && !load.isTurned && !deployment)
      return { kind: 'link', address: this.#address };
    const { packCode } = await import('../../share/packed-code.ts');
    const changed = Object.fromEntries(texts.changed.map((name) => [name, texts.of(name)]));
    const result = packCode(this.#start(), { texts: changed, load: load.turned, deployment });
    return result.kind === 'packed'
      ? { kind: 'link', address: this.#address + fragmentOf(result.packed) }
      : result;
  }

  #start(): Record<string, string> {
    const files = this.#code.files.filter((file) => file.editable);
    return Object.fromEntries(files.map(({ name, start }) => [name, start]));
  }
}
