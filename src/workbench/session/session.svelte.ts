import { words } from '#words/session';
import type { Client, ProgramCommandBody } from '../../runtime/client.ts';
import type { Boot, Program } from '../../runtime/protocol.ts';
import type { Decoy, Exercise, Fix } from '../exercise.ts';
import type { OpenClient } from './client.ts';
import type { Code } from './code.svelte.ts';
import type { Deployment } from './deployment.ts';
import { livesOn, Process } from './process.ts';
import { ownProgram, referenceProgram } from './programs.ts';
import { errorOf, Run, type RunStart } from './run.svelte.ts';
import type { KeptRun } from '../../progress/run-store.ts';
import { RUNS_KEPT } from '../../progress/runs-kept.ts';
import { TurnedLoad } from './turned-load.svelte.ts';

const SEED = 1;

export type SessionOptions = {
  exercise: Exercise;
  code: Code;
  openClient: OpenClient;
  /** What belongs to a run beside its code, as texts by name. */
  settings?: () => Readonly<Record<string, string>>;
  /** Called with every run that has come to an end. */
  onSettled?: (run: Run) => void;
};

/** What is done with the code: the interpreter behind the bench, and the runs so far. */
export class Session {
  boot: Boot = $state.raw({ kind: 'idle' });
  runs: readonly Run[] = $state.raw([]);
  active: Run | null = $state.raw(null);
  /** The run whose results are on view. */
  shown: Run | null = $state.raw(null);
  /** What the program would run in, where the learner has set it; null: as the judge reckons. */
  deployment: Deployment | null = $state.raw(null);
  /** The run whose lifetime the learner has reckoned anew since it ended. */
  reckoned: Run | null = $state.raw(null);
  /** What Run loads. */
  readonly load: TurnedLoad;
  /** What the latest run has left alive: until the next one, or until it is ended. */
  process: Process | null = $state.raw(null);
  #options: SessionOptions;
  #unlisten: (() => void) | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.load = new TurnedLoad(() => options.exercise);
  }

  /** Begins to load Python while the learner reads; a failure shows in `boot` and is tried again by the next run. */
  async warm(): Promise<void> {
    // The network may be gone by the first run, which tries again.
    void import('../../runtime/signal.ts').catch(() => null);
    try {
      (await this.#connect()).warm();
    } catch (error) {
      this.boot = { kind: 'unavailable', reason: reasonOf(error) };
    }
  }

  observe(): Promise<void> {
    const { command, ofRun: load } = this.load;
    const program = this.#own();
    return this.#leaveAlive({ task: 'observe', load }, { kind: 'observe', program, seed: SEED, ...command });
  }

  diagnose(): Promise<void> {
    const program = this.#own();
    return this.#leaveAlive({ task: 'diagnose' }, { kind: 'diagnose', program, seed: SEED });
  }

  check(): Promise<void> {
    return this.#judge({ task: 'check' }, this.#own());
  }

  /** Judges a reference over the starting program. */
  tryReference({ title, files }: Fix | Decoy): Promise<void> {
    return this.#judge({ task: 'trial', title }, referenceProgram(this.#options.exercise, files));
  }

  stop(): void {
    if (!this.active) return;
    // A client that does not open settles the run by itself.
    void this.#connect().then(
      (client) => client.stop(),
      () => null,
    );
  }

  /** Ends what a run has left alive. */
  endProcess(process: Process): void {
    process.end();
    if (this.process === process) this.process = null;
  }

  /** Has the lifetime of a growing program reckoned for another container or load. */
  setDeployment(deployment: Deployment | null): void {
    this.deployment = deployment;
    this.reckoned = this.shown;
  }

  #leaveAlive(begun: RunStart, command: ProgramCommandBody): Promise<void> {
    return this.#carryOut(begun, command.program, async (client, run) => {
      const interpreter = client.open();
      const outcome = await interpreter.carryOut(command, (signal) => run.take(signal));
      run.settle(outcome);
      if (livesOn(outcome)) this.process = new Process(run.number, interpreter);
      else interpreter.close();
    });
  }

  #judge(begun: RunStart, program: Program): Promise<void> {
    return this.#carryOut(begun, program, async (client, run) => {
      const { outcome, explanation } = await client.judge(program, (signal) => run.take(signal));
      run.settle(outcome, explanation);
    });
  }

  async #carryOut(
    begun: RunStart,
    program: Program,
    carry: (client: Client, run: Run) => Promise<void>,
  ): Promise<void> {
    if (this.active) return;
    const { code, settings, onSettled } = this.#options;
    const texts = { ...this.#editable(program), ...settings?.() };
    const run = new Run((this.runs[0]?.number ?? 0) + 1, { ...begun, texts });
    this.active = run;
    this.process = null;
    this.shown = run;
    code.marks = {};
    this.runs = [run, ...this.runs].slice(0, RUNS_KEPT);
    try {
      await carry(await this.#connect(), run);
    } catch (error) {
      run.settle({ kind: 'unavailable', reason: reasonOf(error) });
    } finally {
      this.active = null;
    }
    const error = errorOf(run);
    if (begun.task !== 'trial' && error) code.mark(error);
    onSettled?.(run);
  }

  /** Puts runs of earlier visits behind those of this one; the oldest comes first. */
  recall(kept: readonly KeptRun[]): void {
    for (const run of this.runs) run.number += kept.length;
    const earlier = kept.map((one, index) => Run.recall(index + 1, one));
    this.runs = [...this.runs, ...earlier.toReversed()].slice(0, RUNS_KEPT);
  }

  #editable({ project, harness }: Program): Record<string, string> {
    const names = Object.keys(this.#options.code.editable);
    return Object.fromEntries(names.map((name) => [name, project[name] ?? harness[name] ?? '']));
  }

  #own(): Program {
    const { exercise, code } = this.#options;
    return ownProgram(exercise, code);
  }

  async #connect(): Promise<Client> {
    const client = await this.#options.openClient();
    this.#unlisten ??= client.onBoot((boot) => (this.boot = boot));
    return client;
  }
}

function reasonOf(error: unknown): string {
  const offline = 'onLine' in navigator && !navigator.onLine;
  if (offline) return words.runtime.offline;
  return error instanceof Error ? error.message.replace(/\.?$/, '.') : words.runtime.failed;
}
