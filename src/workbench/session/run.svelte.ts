import type { KeptRun } from '../../progress/run-store.ts';
import type { Outcome, Signal } from '../../runtime/protocol.ts';
import type { Explanation, Failures, PythonError, Read } from '../../runtime/report.ts';
import { withSignal, type OutputPiece } from './output.ts';
import type { RunLoad } from './turned-load.svelte.ts';

export type Task = 'observe' | 'diagnose' | 'check' | 'trial';
export type Phase = Extract<Signal, { kind: 'phase' }>['phase'];

/** What is known of a run before it runs. */
export type RunStart = Partial<Pick<Run, 'title' | 'texts' | 'load'>> & Pick<Run, 'task'>;

/** One run as the page shows it: filled signal by signal, then settled with an outcome. */
export class Run {
  number: number = $state(0);
  readonly task: Task;
  /** Of the reference that was tried; empty where it was the learner's own. */
  readonly title: string;
  /** Null where it is not Run's. */
  readonly load: RunLoad | null;
  /** The learner's files, or the reference's, as they were run; of an own program its settings too. */
  readonly texts: Readonly<Record<string, string>>;
  /** In milliseconds since 1970; null while it runs. */
  endedAt: number | null = $state.raw(null);
  phase: Phase | null = $state.raw(null);
  reads: readonly Read[] = $state.raw([]);
  /** Reads of a first check that could not tell; the second one draws over them. */
  earlierReads: readonly Read[] = $state.raw([]);
  output: readonly OutputPiece[] = $state.raw([]);
  outcome: Outcome | null = $state.raw(null);
  explanation: Explanation | null = $state.raw(null);
  failures: Failures | null = $state.raw(null);
  settled = $state(false);
  /** The learner has asked for what was found out, where it was theirs to find. */
  evidenceOpen = $state(false);
  #commandId: number | null = null;

  constructor(number: number, { task, title = '', texts = {}, load = null }: RunStart) {
    this.number = number;
    this.task = task;
    this.title = title;
    this.texts = texts;
    this.load = load;
  }

  /** A run of an earlier visit. */
  static recall(number: number, { reads, outcome, explanation, endedAt, ...begun }: KeptRun): Run {
    const run = new Run(number, begun);
    run.reads = reads;
    run.settle(outcome, explanation);
    run.endedAt = endedAt;
    return run;
  }

  /** Null for a run that has nothing to come back to. */
  kept(slug: string): KeptRun | null {
    const { task, title, texts, load, reads, outcome, explanation, endedAt } = this;
    if (endedAt === null || outcome?.kind === 'unavailable') return null;
    return { slug, task, title, texts: { ...texts }, load, reads: [...reads], outcome, explanation, endedAt };
  }

  take(signal: Signal): void {
    switch (signal.kind) {
      case 'phase':
        this.phase = signal.phase;
        return;
      case 'read':
        return this.#read(signal.runId, signal.read);
      case 'failures':
        this.failures = signal.failures;
        return;
      case 'output':
      case 'output-cut':
      case 'graph':
        this.output = withSignal(this.output, signal);
        return;
      case 'verdict':
        this.outcome = signal.verdict;
        return;
      case 'explanation':
        this.explanation = signal.explanation;
        return;
      case 'observed':
      case 'diagnosis':
      case 'answer':
      case 'completions':
      case 'look':
      case 'fault':
        return;
      default:
        return signal satisfies never;
    }
  }

  settle(outcome: Outcome | null, explanation: Explanation | null = this.explanation): void {
    this.outcome = outcome;
    this.explanation = explanation;
    this.endedAt = Date.now();
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
}

/** What ended a run, or the first failure of one that went on. */
export function errorOf({ outcome, failures }: Pick<Run, 'outcome' | 'failures'>): PythonError | null {
  return outcome && 'error' in outcome ? outcome.error : (failures?.error ?? null);
}
