import type { At, Look, Thing } from '../../runtime/living.ts';
import type { Process } from '../session/process.ts';

/** Where one looks in the process, and how one came there. */
export class Inspector {
  look: Look | null = $state.raw(null);
  /** From where the look began to what is seen now. */
  trail: readonly Thing[] = $state.raw([]);
  /** A statement has run since: what is shown was so before it. */
  stale = $state(false);
  #process: Process | null = null;
  #onLost: (process: Process, reason: string) => void;

  constructor(onLost: (process: Process, reason: string) => void) {
    this.#onLost = onLost;
  }

  follow(process: Process | null): void {
    if (process === this.#process) return;
    this.#process = process;
    this.look = null;
    this.trail = [];
    this.stale = false;
  }

  async go(at: At, deep = false): Promise<void> {
    const process = this.#process;
    if (!process) return;
    const reply = await process.inspect(at, deep);
    if (process !== this.#process) return;
    if (reply.kind === 'gone') {
      this.#onLost(process, reply.reason);
      return;
    }
    this.look = reply.value;
    this.stale = false;
    if (reply.value.kind !== 'object') {
      this.trail = [];
      return;
    }
    const { thing } = reply.value;
    const known = this.trail.findIndex(({ handle }) => handle === thing.handle);
    if (known >= 0) this.trail = this.trail.slice(0, known + 1);
    else this.trail = at.kind === 'handle' ? [...this.trail, thing] : [thing];
  }
}
