import { keepRoom, keptRoom, type KeptRoom } from '../../progress/room.ts';

/** How the page is shared out, as the learner likes it; kept for every lesson and sandbox. */
export class Room {
  #kept: KeptRoom = $state.raw({});
  /** The bench has the page to itself, until the page is left. */
  whole: boolean = $state(false);

  /** Per cent of the bench's height. */
  get editorShare(): number {
    return this.#kept.editorShare ?? 50;
  }

  /** Per cent of the page's width; undefined: as the page was designed. */
  get proseShare(): number | undefined {
    return this.#kept.proseShare;
  }

  get wrapped(): boolean {
    return this.#kept.wrapped ?? false;
  }

  restore(): void {
    this.#kept = keptRoom();
  }

  set(change: KeptRoom): void {
    this.#kept = { ...this.#kept, ...change };
    keepRoom(this.#kept);
  }
}
