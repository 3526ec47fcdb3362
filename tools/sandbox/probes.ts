import type { MeasuredFile } from '../../src/course/measured-schema.ts';
import type { Sandbox } from '../../src/course/sandbox.ts';
import type { Execute } from '../../src/runtime/judge.ts';
import type { Program, Signal } from '../../src/runtime/protocol.ts';
import { programOf } from './sandbox-folder.ts';

/** Prints what `figures()` of the sandbox's `probes.py` found, on one line that nothing else prints. */
const MARK = 'figures: ';
const PRINT_FIGURES = `import json, probes\nprint(${JSON.stringify(MARK)} + json.dumps(probes.figures()))\n`;

/** The starter with the probes in place of the learner's diagnosis. */
export function probing(sandbox: Sandbox, probes: string): Program {
  const program = programOf(sandbox, { 'diagnose.py': PRINT_FIGURES });
  return { ...program, harness: { ...program.harness, 'probes.py': probes } };
}

/** Runs the probes against the living starter, as a learner's diagnosis would run. Throws when they gave nothing. */
export async function measureFigures(
  execute: Execute,
  program: Program,
  seed: number,
): Promise<MeasuredFile['figures']> {
  let printed = '';
  const on = (signal: Signal) => {
    if (signal.kind === 'output') printed += signal.text;
  };
  const outcome = await execute({ kind: 'diagnose', program, seed }, on);
  const line = printed.split('\n').find((text) => text.startsWith(MARK));
  if (!line) {
    const detail = 'error' in outcome ? outcome.error.traceback : printed;
    throw new Error(`probes.py gave no figures (${outcome.kind}): ${detail}`);
  }
  return JSON.parse(line.slice(MARK.length)) as MeasuredFile['figures'];
}
