import { words } from '#words/console';
import type { Answer, Completions, Thing } from '../../runtime/living.ts';
import type { Process, Reply } from '../session/process.ts';
import { withSignal, type OutputPiece } from '../session/output.ts';

/** A line of the log, or several. */
export type Entry =
  | { kind: 'process'; run: number }
  | { kind: 'input'; source: string }
  | { kind: 'printed'; pieces: readonly OutputPiece[] }
  | { kind: 'traceback'; text: string }
  | { kind: 'value'; thing: Thing }
  | { kind: 'gone'; reason: string };

const MOST_ENTRIES = 300;
const MOST_REMEMBERED = 100;

/** What was said to the processes of a page, and what came back. */
export class Console {
  entries: readonly Entry[] = $state.raw([]);
  /** What was typed, the latest last. */
  history: readonly string[] = $state.raw([]);
  busy = $state(false);
  #process: Process | null = null;

  /** Whose process the next statement goes to. */
  follow(process: Process | null): void {
    if (process === this.#process) return;
    const before = this.#process;
    this.#process = process;
    if (process) this.#add({ kind: 'process', run: process.number });
    else if (before) this.lost(words.log.ended);
  }

  /** Carries out what is a whole statement; says whether it was one. */
  async execute(process: Process, source: string): Promise<'whole' | 'incomplete' | 'gone'> {
    this.busy = true;
    const before = this.entries;
    this.#add({ kind: 'input', source: source.trimEnd() });
    const reply = await process
      .execute(source, (signal) => {
        const last = this.entries.at(-1);
        if (last?.kind === 'printed')
          this.entries = [
            ...this.entries.slice(0, -1),
            { kind: 'printed', pieces: withSignal(last.pieces, signal) },
          ];
        else this.#add({ kind: 'printed', pieces: withSignal([], signal) });
      })
      .finally(() => (this.busy = false));
    if (reply.kind === 'gone') {
      this.lost(reply.reason);
      return 'gone';
    }
    if (reply.value.state === 'incomplete') {
      this.entries = before;
      return 'incomplete';
    }
    this.history = [...this.history.filter((one) => one !== source.trimEnd()), source.trimEnd()].slice(
      -MOST_REMEMBERED,
    );
    this.#answered(reply.value);
    return 'whole';
  }

  async complete(process: Process, source: string): Promise<Completions | null> {
    const reply: Reply<Completions> = await process.complete(source);
    if (reply.kind === 'said') return reply.value;
    this.lost(reply.reason);
    return null;
  }

  /** Said once, whoever notices first. */
  lost(reason: string): void {
    if (this.entries.at(-1)?.kind !== 'gone') this.#add({ kind: 'gone', reason });
  }

  #answered({ traceback, value }: Answer): void {
    if (traceback) this.#add({ kind: 'traceback', text: traceback });
    if (value) this.#add({ kind: 'value', thing: value });
  }

  #add(entry: Entry): void {
    this.entries = [...this.entries, entry].slice(-MOST_ENTRIES);
  }
}
