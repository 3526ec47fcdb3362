import { words } from '#words/session';
import { fragmentOfProgram, programIn } from '../../share/fragment.ts';
import type { BenchLink, Made, Offer } from './link.svelte.ts';
import type { Own } from './own.svelte.ts';

/** A whole program, with its settings, that comes and goes in the address of its page. */
export class OwnLink implements BenchLink {
  offer: Offer | null = $state.raw(null);
  #own: Own;
  #address: string;

  constructor(own: Own, address: string) {
    this.#own = own;
    this.#address = address;
  }

  async look(hash: string): Promise<void> {
    const packed = programIn(hash);
    if (packed === null) return;
    try {
      const { unpackProgram } = await import('../../own/link.ts');
      this.offer = unpackProgram(packed, this.#own.terms.known);
    } catch {
      this.offer = { kind: 'unreadable', reason: words.link.unpackerAway };
    }
  }

  async make(): Promise<Made> {
    const { packProgram } = await import('../../own/link.ts');
    const result = packProgram(this.#own.current);
    return result.kind === 'packed'
      ? { kind: 'link', address: this.#address + fragmentOfProgram(result.packed) }
      : result;
  }
}
