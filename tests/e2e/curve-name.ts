import type { SandboxFile } from '../../src/course/sandbox-schema.ts';

const BYTES = String.raw`-?\d[\d.]* [kM]?B`;

/** The accessible name of the curve that Run draws of the learner's files. One that swings may end lower than it began. */
export function ranCurve({ observeUnits }: SandboxFile): RegExp {
  return curve(observeUnits.toLocaleString('en'), 'as measured, not judged', '(?:rises|falls)');
}

/** The accessible name of the curve of files that grow by `slope`, as the verdict words it. */
export function growingCurve({ unit }: SandboxFile, slope: string): RegExp {
  return curve('[\\d,]+', `growing, ${slope} per ${unit}, could have seen ${BYTES} per ${unit}`);
}

function curve(units: string, said: string, moves = 'rises'): RegExp {
  return new RegExp(
    `^Memory of your files over ${units} \\w+: it ${moves} from ${BYTES} to ${BYTES}; ${said}\\. The budget is ${BYTES}\\.$`,
  );
}
