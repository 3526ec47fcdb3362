import { language } from '#words/language';
import type { z } from 'zod';
import { MeasuredFile } from '../../src/course/measured-schema.ts';
import type { Sandbox } from '../../src/course/sandbox.ts';
import type { Execute } from '../../src/runtime/judge.ts';
import type { Program, Signal } from '../../src/runtime/protocol.ts';
import { Diagnosis, Explanation } from '../../src/runtime/report.ts';
import { culpritOf, type Named } from './culprit.ts';
import { Judged, judgeOnce } from './judged.ts';
import { measureFigures, probing } from './probes.ts';
import { programOf, type Variant } from './sandbox-folder.ts';
import { SEED } from './seeds.ts';
import { withoutDiagnosis } from './takes-part.ts';
import { keyOf, type Store } from './verdict-store.ts';

/** All that is ever judged of a sandbox in one runtime: each once, then taken from the store. */
export type SandboxJudge = {
  check(variant: Variant, seed: number): Promise<Judged>;
  /** Of the starter with the diagnosis `text`, which is declared complete or not. */
  diagnosis(text: string, complete: boolean): Promise<Diagnosis>;
  /** What the explanation of the starter names. */
  culprit(): Promise<Named>;
  figures(probes: string): Promise<MeasuredFile['figures']>;
};

/** How many verdicts had to be judged, and how many were there. */
export type Tally = { judged: number; recalled: number };

type Means = {
  store: Store;
  turn: <T>(work: () => Promise<T>) => Promise<T>;
  tally: Tally;
  /** All that decides a verdict beside the program and the seed. */
  decides: unknown;
  execute(): Promise<Execute>;
};

type Asked = { kind: 'check' | 'explain' | 'diagnose' | 'figures'; program: Program; seed: number };

export function judgeOf(sandbox: Sandbox, { store, turn, tally, decides, execute }: Means): SandboxJudge {
  /** What the store has, else what `work` finds. Only what is as declared is kept, so that all else is judged again. */
  async function once<T>(
    asked: Asked,
    schema: z.core.$ZodType<T>,
    isAsDeclared: (found: T) => boolean,
    work: (execute: Execute) => Promise<T>,
  ): Promise<T> {
    const key = keyOf({ asked, decides, language: language.code });
    const kept = await store.recall(key, schema);
    const recalled = kept !== null && isAsDeclared(kept);
    if (asked.kind === 'check') tally[recalled ? 'recalled' : 'judged'] += 1;
    if (recalled) return kept;
    const found = await turn(async () => work(await execute()));
    if (isAsDeclared(found)) await store.keep(key, found);
    return found;
  }

  function check({ kind, program: whole }: Variant, seed: number): Promise<Judged> {
    const program = withoutDiagnosis(whole);
    const isAsDeclared = (found: Judged) => found.kind === kind;
    return once({ kind: 'check', program, seed }, Judged, isAsDeclared, (run) =>
      judgeOnce(run, program, seed),
    );
  }

  function diagnosis(text: string, complete: boolean): Promise<Diagnosis> {
    const asked = {
      kind: 'diagnose',
      program: programOf(sandbox, { 'diagnose.py': text }),
      seed: SEED,
    } as const;
    const isAsDeclared = (found: Diagnosis) => found.complete === complete;
    return once(asked, Diagnosis, isAsDeclared, async (run) => {
      const outcome = await run(asked, () => null);
      if (outcome.kind === 'diagnosed') return outcome.diagnosis;
      throw new Error(`The diagnosis was not graded: ${JSON.stringify(outcome).slice(0, 2000)}`);
    });
  }

  function explanation(): Promise<Explanation> {
    const program = withoutDiagnosis(programOf(sandbox));
    // From the start of the load, and whatever the growth: the culprit is the same.
    const asked = { kind: 'explain', program, seed: SEED, about: 'growth', units: 0, bytes: 0 } as const;
    return once(asked, Explanation, anything, async (run) => {
      const said: Explanation[] = [];
      const outcome = await run(asked, (signal: Signal) => {
        if (signal.kind === 'explanation') said.push(signal.explanation);
      });
      const [found] = said;
      if (found) return found;
      throw new Error(`The starter was not explained: ${JSON.stringify(outcome).slice(0, 2000)}`);
    });
  }

  async function culprit(): Promise<Named> {
    return culpritOf(await explanation(), (text) => diagnosis(text, true));
  }

  function figures(probes: string): Promise<MeasuredFile['figures']> {
    const program = probing(sandbox, probes);
    return once({ kind: 'figures', program, seed: SEED }, MeasuredFile.shape.figures, anything, (run) =>
      measureFigures(run, program, SEED),
    );
  }

  return { check, diagnosis, culprit, figures };
}

const anything = () => true;
