import type { MeasuredFile, MeasuredRun } from '../src/course/measured-schema.ts';
import type { Sandbox } from '../src/course/sandbox.ts';
import { check, type Execute } from '../src/sandbox/judge.ts';
import type { Outcome, Program, Signal } from '../src/sandbox/protocol.ts';
import { programOf } from './sandbox-folder.ts';

/** Every measured run has this seed, so that the next one repeats it. */
export const SEED = 20_260_701;
const MOST_READS = 80;

/** Judges a program and keeps the figures of its last check. Throws when no verdict came of it. */
export async function measure(execute: Execute, program: Program): Promise<MeasuredRun> {
  let reads: [number, number][] = [];
  const on = (signal: Signal) => {
    if (signal.kind === 'phase' && signal.phase === 'import') reads = [];
    if (signal.kind === 'read') reads.push([signal.read.units, signal.read.bytes]);
  };
  const { outcome } = await check(execute, program, on, SEED);
  return figuresOf(outcome, reads);
}

function figuresOf(outcome: Outcome, reads: readonly [number, number][]): MeasuredRun {
  switch (outcome.kind) {
    case 'broken':
    case 'crashed': {
      const { kind, sentence, units } = outcome;
      return { kind, sentence, units };
    }
    case 'bounded':
    case 'growing':
    case 'over-budget':
    case 'costly':
    case 'inconclusive': {
      const { kind, sentence, units, bytesPerUnit, retainedBytes, peakBytes, detectionLimit } = outcome;
      const objects = outcome.kind === 'growing' ? { objectsPerUnit: outcome.objectsPerUnit } : {};
      const figures = { bytesPerUnit, ...objects, retainedBytes, peakBytes, detectionLimit };
      return { kind, sentence, units, ...figures, reads: thin(reads) };
    }
    default:
      throw new Error(`There is no verdict: ${JSON.stringify(outcome).slice(0, 2000)}`);
  }
}

/** At most 80 reads, evenly taken, the first and the last among them. */
function thin(reads: readonly [number, number][]): [number, number][] {
  const step = Math.max(1, (reads.length - 1) / (MOST_READS - 1));
  const kept = Math.min(reads.length, MOST_READS);
  return Array.from({ length: kept }, (_, index) => reads[Math.round(index * step)] ?? [0, 0]);
}

/** Prints what `figures()` of the sandbox's `probes.py` found, on one line that nothing else prints. */
const MARK = 'figures: ';
const PRINT_FIGURES = `import json, probes\nprint(${JSON.stringify(MARK)} + json.dumps(probes.figures()))\n`;

/** Runs the probes against the living starter, as a learner's diagnosis would run. */
export async function measureFigures(
  execute: Execute,
  sandbox: Sandbox,
  probes: string,
): Promise<MeasuredFile['figures']> {
  const program = programOf(sandbox, { 'diagnose.py': PRINT_FIGURES });
  let printed = '';
  let trouble = '';
  const on = (signal: Signal) => {
    if (signal.kind === 'output') printed += signal.text;
    if (signal.kind === 'verdict') trouble = signal.verdict.sentence;
  };
  const withProbes = { ...program, harness: { ...program.harness, 'probes.py': probes } };
  const outcome = await execute({ kind: 'diagnose', program: withProbes, seed: SEED }, on);
  const line = printed.split('\n').find((text) => text.startsWith(MARK));
  if (!line) {
    const detail = 'error' in outcome ? outcome.error.traceback : trouble;
    throw new Error(`sandboxes/${sandbox.id}/probes.py gave no figures (${outcome.kind}): ${detail}`);
  }
  return JSON.parse(line.slice(MARK.length)) as MeasuredFile['figures'];
}
