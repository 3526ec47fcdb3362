import type { Client } from '../sandbox/client.ts';
import type { Boot, Outcome, Program } from '../sandbox/protocol.ts';
import type { PythonError } from '../sandbox/report.ts';
import type { Stage } from '../progress/reached.ts';
import type { Mark } from '../editor/editor.ts';
import { benchFiles, DIAGNOSE, type BenchFile } from './files.ts';
import { lifetimeSentence, productionOf, type Production } from './lifetime.ts';
import { Run, type Task } from './run.svelte.ts';
import type { Belongings } from '../takehome/contents.ts';
import { Texts } from './texts.svelte.ts';
import { activitySentence, outcomeSentence } from './words.ts';
import type { Decoy, Fix, WorkbenchSandbox } from './workbench-sandbox.ts';

const OWN_FILES = 'your files';

export type SessionOptions = {
  sandbox: WorkbenchSandbox;
  openClient: () => Promise<Client>;
  /** Called when the learner reaches a stage for the first time or again. */
  onReach?: (stage: Stage) => void;
  /** Called when the learner sets what the program would run in; null: as the judge reckons. */
  onProduction?: (production: Production | null) => void;
};

/** What happens on the bench: the files, the interpreter behind them, and the runs so far. */
export class Session {
  readonly sandbox: WorkbenchSandbox;
  readonly files: readonly BenchFile[];
  readonly texts: Texts;
  openFile: string = $state('');
  boot: Boot = $state.raw({ kind: 'idle' });
  runs: readonly Run[] = $state.raw([]);
  /** The run whose results are on view. */
  shown: Run | null = $state.raw(null);
  marks: Readonly<Record<string, readonly Mark[]>> = $state.raw({});
  /** Where the editor should go; a new object each time, so that the same line can be asked for twice. */
  target: { name: string; line: number } | null = $state.raw(null);
  active: Run | null = $state.raw(null);
  /** What the program would run in, where the learner has set it. */
  production: Production | null = $state.raw(null);
  /** The run whose lifetime the learner has reckoned anew since it ended. */
  #reckoned: Run | null = $state.raw(null);
  #options: SessionOptions;
  #client: Promise<Client> | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.sandbox = options.sandbox;
    this.files = benchFiles(options.sandbox);
    this.texts = new Texts(this.files);
    this.openFile = this.files[0]?.name ?? DIAGNOSE;
  }

  get file(): BenchFile {
    const file = this.files.find((one) => one.name === this.openFile) ?? this.files[0];
    if (!file) throw new Error('a sandbox has at least one file');
    return file;
  }

  /** What a screen reader hears: changes when something begins or ends, not with every read. */
  get announcement(): string {
    const { active, shown, production } = this;
    if (active) return active.phase ? `${taskWords[active.task]}: ${active.title}.` : 'Waiting for Python.';
    const outcome = shown?.outcome;
    if (outcome?.kind === 'growing' && shown === this.#reckoned)
      return lifetimeSentence(outcome, production ?? productionOf(outcome));
    return outcome ? outcomeSentence(outcome, this.sandbox.unit, production) : '';
  }

  get activity(): string | null {
    return this.active ? activitySentence(this.active, this.boot, this.sandbox.unit) : null;
  }

  /** Begins to load Python while the learner reads; a failure shows in `boot` and is tried again by the next run. */
  async warm(): Promise<void> {
    try {
      (await this.#connect()).warm();
    } catch (error) {
      this.boot = { kind: 'unavailable', reason: reasonOf(error) };
    }
  }

  edit(name: string, text: string): void {
    this.texts.set(name, text);
    if (this.marks[name]) this.marks = without(this.marks, name);
  }

  goTo(name: string, line: number): void {
    if (!this.files.some((file) => file.name === name)) return;
    this.openFile = name;
    this.target = { name, line };
  }

  observe(): Promise<void> {
    const { observeUnits } = this.sandbox;
    return this.#carryOut('observe', OWN_FILES, async (client, run) => {
      const program = this.#program();
      run.settle(
        await client.execute({ kind: 'run', program, seed: 1, units: observeUnits }, (signal) =>
          run.take(signal),
        ),
      );
    });
  }

  diagnose(): Promise<void> {
    return this.#carryOut('diagnose', OWN_FILES, async (client, run) => {
      const program = this.#program();
      run.settle(await client.execute({ kind: 'diagnose', program, seed: 1 }, (signal) => run.take(signal)));
    });
  }

  check(): Promise<void> {
    return this.#judge('check', OWN_FILES, {});
  }

  /** Judges a reference over the starting program. The learner's files have no part in it. */
  tryReference(reference: Fix | Decoy): Promise<void> {
    return this.#judge('trial', reference.title, reference.files);
  }

  /** Has the lifetime of a growing program reckoned for another container or load. */
  imagine(production: Production | null): void {
    this.production = production;
    this.#reckoned = this.shown;
    this.#options.onProduction?.(production);
  }

  stop(): void {
    void this.#client?.then((client) => client.stop());
  }

  reset(names: readonly string[]): string[] {
    const replaced = this.texts.reset(names);
    this.marks = {};
    return replaced;
  }

  async dispose(): Promise<void> {
    const client = await this.#client?.catch(() => null);
    client?.dispose();
  }

  #judge(task: 'check' | 'trial', title: string, overlay: Record<string, string>): Promise<void> {
    return this.#carryOut(task, title, async (client, run) => {
      const program = task === 'trial' ? this.#reference(overlay) : this.#program();
      const { outcome, explanation } = await client.judge(program, (signal) => run.take(signal));
      run.settle(outcome, explanation);
    });
  }

  async #carryOut(
    task: Task,
    title: string,
    carry: (client: Client, run: Run) => Promise<void>,
  ): Promise<void> {
    if (this.active) return;
    const run = new Run((this.runs[0]?.number ?? 0) + 1, task, title);
    this.active = run;
    this.shown = run;
    this.marks = {};
    this.runs = [run, ...this.runs].slice(0, 20);
    try {
      await carry(await this.#connect(), run);
    } catch (error) {
      run.settle({ kind: 'unavailable', reason: reasonOf(error) });
    } finally {
      this.active = null;
    }
    if (run.outcome) this.#conclude(run, run.outcome);
  }

  #conclude(run: Run, outcome: Outcome): void {
    if (task(run) === 'own' && 'error' in outcome) this.#mark(outcome.error);
    for (const stage of stagesReached(run, outcome)) this.#options.onReach?.(stage);
  }

  /** Marks the innermost line of the learner's own; the traceback holds the rest. */
  #mark(error: PythonError): void {
    const frame = error.frames.findLast((one) =>
      this.files.some((file) => file.name === one.file && file.editable),
    );
    if (!frame) return;
    this.marks = { [frame.file]: [{ line: frame.line, message: `${error.type}: ${error.message}` }] };
  }

  #program(): Program {
    const { sandbox, texts } = this;
    const own = this.files
      .filter((file) => file.editable)
      .map((file) => [file.name, texts.of(file.name)] as const);
    return this.#programOf({ ...sandbox.project, ...Object.fromEntries(own) });
  }

  /** All that the learner can take away, as it is now. */
  get belongings(): Belongings {
    const { id, title, stack, behaviour } = this.sandbox;
    return { id, title, packages: stack.packages, behaviour, ...this.#program() };
  }

  #reference(overlay: Record<string, string>): Program {
    const { sandbox } = this;
    return this.#programOf({ ...sandbox.project, [DIAGNOSE]: sandbox.diagnose, ...overlay });
  }

  #programOf(project: Record<string, string>): Program {
    const { unit, contract, harness } = this.sandbox;
    return { unit, contract, project, harness };
  }

  /** One client for the page; one that could not be had is asked for again. */
  #connect(): Promise<Client> {
    this.#client ??= this.#options.openClient().then(
      (client) => {
        client.onBoot((boot) => (this.boot = boot));
        return client;
      },
      (error: unknown) => {
        this.#client = null;
        throw error;
      },
    );
    return this.#client;
  }
}

const taskWords: Record<Task, string> = {
  observe: 'Running',
  diagnose: 'Diagnosing',
  check: 'Checking',
  trial: 'Trying',
};

function task(run: Run): 'own' | 'reference' {
  return run.task === 'trial' ? 'reference' : 'own';
}

/** What a run proves that the learner has reached. A reference that is tried proves nothing of theirs. */
export function stagesReached(run: Run, outcome: Outcome): Stage[] {
  if (run.task === 'trial') return [];
  switch (outcome.kind) {
    case 'ran':
    case 'growing':
      return ['observe'];
    case 'diagnosed':
      return outcome.diagnosis.complete ? ['diagnose'] : [];
    case 'bounded':
      return ['fix', 'prove'];
    default:
      return [];
  }
}

function reasonOf(error: unknown): string {
  const offline = 'onLine' in navigator && !navigator.onLine;
  if (offline) return 'You are offline, and Python has not been loaded yet.';
  return error instanceof Error ? error.message.replace(/\.?$/, '.') : 'The runtime did not load.';
}

function without<Value>(record: Readonly<Record<string, Value>>, name: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}
