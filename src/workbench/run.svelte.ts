import type { Outcome, Signal } from '../sandbox/protocol.ts';
import type { Explanation, Read } from '../sandbox/report.ts';

export type Task = 'observe' | 'diagnose' | 'check' | 'trial';
/** What was printed, in order; `cut` stands where lines were left out. */
export type OutputPiece =
  { kind: 'stdout' | 'stderr'; text: string } | { kind: 'cut'; lines: number; bytes: number };
export type Phase = Extract<Signal, { kind: 'phase' }>['phase'];

/** The page keeps no more than this of a run's output, whatever the interpreter posts. */
const OUTPUT_CHARACTERS = 100_000;

/** One run as the page shows it: filled signal by signal, then settled with an outcome. */
export class Run {
  readonly number: number;
  readonly task: Task;
  /** What was run: "your files" or the title of a reference fix. */
  readonly title: string;
  phase: Phase | null = $state.raw(null);
  reads: readonly Read[] = $state.raw([]);
  /** Reads of a first check that could not tell; the second one draws over them. */
  earlierReads: readonly Read[] = $state.raw([]);
  output: readonly OutputPiece[] = $state.raw([]);
  outcome: Outcome | null = $state.raw(null);
  explanation: Explanation | null = $state.raw(null);
  settled = $state(false);
  #commandId: number | null = null;
  #characters = 0;

  constructor(number: number, task: Task, title: string) {
    this.number = number;
    this.task = task;
    this.title = title;
  }

  take(signal: Signal): void {
    switch (signal.kind) {
      case 'phase':
        this.phase = signal.phase;
        return;
      case 'read':
        return this.#read(signal.runId, signal.read);
      case 'output':
        return this.#print(signal.stream, signal.text);
      case 'output-cut':
        this.output = [...this.output, { kind: 'cut', lines: signal.lines, bytes: signal.bytes }];
        return;
      case 'verdict':
        this.outcome = signal.verdict;
        return;
      case 'report':
        this.explanation = signal.explanation;
        return;
      case 'done':
      case 'diagnosis':
      case 'fault':
        return;
      default:
        return signal satisfies never;
    }
  }

  settle(outcome: Outcome, explanation: Explanation | null = this.explanation): void {
    this.outcome = outcome;
    this.explanation = explanation;
    this.settled = true;
  }

  /** A second check starts a curve of its own; an explanation afterwards adds none. */
  #read(commandId: number, read: Read): void {
    const decided = this.outcome && 'next' in this.outcome && this.outcome.next?.kind !== 'check';
    if (decided) return;
    if (this.#commandId !== null && this.#commandId !== commandId) {
      this.earlierReads = this.reads;
      this.reads = [];
      this.outcome = null;
    }
    this.#commandId = commandId;
    this.reads = [...this.reads, read];
  }

  #print(kind: 'stdout' | 'stderr', text: string): void {
    const kept = text.slice(0, OUTPUT_CHARACTERS - this.#characters);
    if (!kept) return;
    this.#characters += kept.length;
    const last = this.output.at(-1);
    this.output =
      last?.kind === kind
        ? [...this.output.slice(0, -1), { kind, text: last.text + kept }]
        : [...this.output, { kind, text: kept }];
  }
}
