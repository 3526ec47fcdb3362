import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openNodeRuntime } from '../../src/runtime/node.ts';
import type { Program } from '../../src/runtime/protocol.ts';
import { judgeOnce } from '../../tools/sandbox/judged.ts';
import { twoAtATime } from '../../tools/sandbox/two-at-a-time.ts';
import { RUNTIME_FOLDER } from '../../tools/build/runtime.ts';
import { RUNTIME } from '../../tools/build/setup.ts';
import { carryOut } from '../../tools/build/stage.ts';

/**
 * Judges every program of the corpus in Pyodide, under Node, two at a time. `node tests/corpus/pyodide.ts [word] [seed]`: only
 * the programs with that word in their family or name. Exit status 1 when a verdict is wrong.
 */
type Described = {
  id: string;
  family: string;
  label: 'leak' | 'bounded' | 'either';
  nativeOnly: boolean;
  packages: string[];
  preload: string[];
  program: Program;
};

const SEED = Number(process.argv[3] ?? 1);
const RIGHT = { leak: 'growing', either: 'growing', bounded: 'bounded' };

await carryOut(RUNTIME, process.stderr);
const described = await describePrograms(process.argv[2] ?? '');
const runtime = await openNodeRuntime(RUNTIME_FOLDER);
const stacks = new Map<string, ReturnType<typeof runtime.open>>();
const counts = { right: 0, wrong: 0, open: 0 };

const turn = twoAtATime();
await Promise.all(described.map((asked) => turn(() => judgeProgram(asked))));

console.log(`${counts.right} right, ${counts.wrong} wrong, ${counts.open} cannot tell`);
process.exit(counts.wrong > 0 ? 1 : 0);

async function judgeProgram(asked: Described): Promise<void> {
  const judged = await judgeOnce(await opened(asked), asked.program, SEED);
  const came =
    judged.kind === RIGHT[asked.label] ? 'right' : judged.kind === 'inconclusive' ? 'open' : 'wrong';
  counts[came] += 1;
  const figures = `${(judged.bytesPerUnit ?? 0).toFixed(3).padStart(11)} B ${(judged.detectionLimit ?? 0).toFixed(4).padStart(9)} B`;
  const name = `${asked.family.padEnd(12)} ${asked.id.padEnd(32)} ${asked.label.padEnd(8)} ${judged.kind.padEnd(12)}`;
  const said = came === 'right' ? '' : `${came.toUpperCase()} ${judged.sentence.slice(0, 500)}`;
  console.log(`${name} ${figures} ${judged.seconds.toFixed(2).padStart(6)} s  ${said}`.trimEnd());
}

/** One snapshot for each stack of packages. */
function opened({ packages, preload }: Described) {
  const key = JSON.stringify([packages, preload]);
  const stack = stacks.get(key) ?? runtime.open({ packages, preload: ['asyncio', ...preload] });
  stacks.set(key, stack);
  return stack;
}

async function describePrograms(word: string): Promise<Described[]> {
  const script = [join(import.meta.dirname, 'matrix.py'), '--programs', '--only', word];
  const { stdout } = await promisify(execFile)(process.env.PYTHON ?? 'python3', script, {
    maxBuffer: 32 * 1024 * 1024,
  });
  return (JSON.parse(stdout) as Described[]).filter(({ nativeOnly }) => !nativeOnly);
}
