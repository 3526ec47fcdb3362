import { CourseError, told as toldProblem } from '../../src/course/problem.ts';
import type { Execute } from '../../src/runtime/judge.ts';
import type { Stack } from '../../src/runtime/manifest.ts';
import { openNodeRuntime } from '../../src/runtime/node.ts';
import { atCaller, ourFailure, parsed } from './arguments.ts';
import { STATUS, USAGE, judgementOf, told } from '../sandbox/judgement.ts';
import { missingPackages, readFolder } from '../sandbox/judged-folder.ts';
import { openNative } from '../sandbox/native.ts';
import { RUNTIME_FOLDER } from '../build/runtime.ts';
import { RUNTIME, TEST_PACKAGES } from '../build/setup.ts';
import { carryOut } from '../build/stage.ts';

const usage = 'npm run judge -- SANDBOX_DIR [--overlay DIR] [--runtime pyodide|native] [--seed N] [--json]';

type Wanted = {
  folder: string;
  overlay: string | null;
  runtime: 'pyodide' | 'native';
  seed: number;
  json: boolean;
};

/** `npm run judge`: one verdict on a folder of a sandbox's shape, anywhere. */
async function main({ folder, overlay, runtime, seed, json }: Wanted): Promise<number> {
  try {
    const { program, stack } = await readFolder(folder, overlay);
    const execute = await (runtime === 'native' ? native() : pyodide(folder, stack));
    const judgement = await judgementOf(execute, program, seed);
    console.log(json ? JSON.stringify(judgement) : told(judgement));
    return STATUS[judgement.verdict.kind];
  } catch (error) {
    if (!(error instanceof CourseError)) throw error;
    for (const problem of error.problems) console.error(toldProblem(problem));
    return USAGE;
  }
}

async function native(): Promise<Execute> {
  await carryOut(TEST_PACKAGES, process.stderr);
  return openNative();
}

async function pyodide(folder: string, stack: Stack): Promise<Execute> {
  await carryOut(RUNTIME, process.stderr);
  const runtime = await openNodeRuntime(RUNTIME_FOLDER);
  const problem = missingPackages(folder, stack, Object.keys(runtime.manifest.distributions));
  if (problem) throw problem;
  return runtime.open(stack);
}

/** What was asked for, or one sentence on what is wrong with it. */
function wantedFrom(args: string[]): Wanted | string {
  const options = {
    overlay: { type: 'string' },
    runtime: { type: 'string', default: 'pyodide' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  } as const;
  const line = parsed(args, options, usage);
  if (typeof line === 'string') return line;
  const { positionals, values } = line;
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) return `Name one sandbox folder: ${usage}`;
  const { runtime, json } = values;
  if (runtime !== 'pyodide' && runtime !== 'native') return `--runtime is pyodide or native, not ${runtime}.`;
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0 || values.seed.trim() === '')
    return `--seed is a whole number from 0, not ${values.seed}.`;
  const overlay = values.overlay === undefined ? null : atCaller(values.overlay);
  return { folder: atCaller(folder), overlay, runtime, seed, json };
}

const wanted = wantedFrom(process.argv.slice(2));
if (typeof wanted === 'string') console.error(wanted);
process.exitCode = typeof wanted === 'string' ? USAGE : await main(wanted).catch(ourFailure('judge'));
