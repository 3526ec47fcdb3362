import { existsSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { CourseError, told } from '../src/course/problem.ts';
import type { Sandbox } from '../src/course/sandbox.ts';
import type { Execute } from '../src/sandbox/judge.ts';
import { openNodeRuntime, type NodeRuntime } from '../src/sandbox/node.ts';
import { notesOf, steps } from './author-notes.ts';
import { atCaller } from './command-line.ts';
import { RUNTIMES, judgeOnce, rowOf, type Judged, type Row, type RuntimeName } from './gate-runs.ts';
import { complaints, table } from './gate-words.ts';
import { inTwos } from './in-twos.ts';
import { OUR_FAILURE, USAGE } from './judgement.ts';
import { missingPackages } from './judged-folder.ts';
import { openNative } from './native.ts';
import { RUNTIME_FOLDER } from './runtime.ts';
import { SANDBOXES, loadSandboxFolder, sandboxIds, variantsOf } from './sandbox-folder.ts';
import { RUNTIME, TEST_PACKAGES } from './setup.ts';
import { carryOut } from './stage.ts';
import { withinTime } from './within-time.ts';

const usage = 'npm run gate -- [id ...] [--seeds N] [--runtime native|pyodide|both] [--json]';

type Wanted = { folders: string[]; seeds: number; runtimes: readonly RuntimeName[]; json: boolean };

/** `npm run gate`: judges every variant of every sandbox, with many seeds and in both runtimes, as it is declared. */
async function gate({ folders, seeds, runtimes, json }: Wanted): Promise<number> {
  await carryOut([...RUNTIME, ...(runtimes.includes('native') ? [TEST_PACKAGES] : [])], process.stderr);
  const runtime = runtimes.includes('pyodide') ? await openNodeRuntime(RUNTIME_FOLDER) : null;
  const rows: Row[] = [];
  const failures: string[] = [];
  for (const folder of folders) {
    const unfinished = await notesOf(folder);
    if (unfinished.length > 0) {
      failures.push(steps(place(folder), unfinished));
      continue;
    }
    try {
      rows.push(...(await judgeFolder(folder, runtime, runtimes, seeds)));
    } catch (error) {
      if (!(error instanceof CourseError)) throw error;
      failures.push(...error.problems.map(told));
    }
  }
  const folderOf = ({ sandbox }: Row) =>
    place(folders.find((folder) => basename(folder) === sandbox) ?? sandbox);
  failures.push(...complaints(rows, folderOf));
  if (json) console.log(JSON.stringify({ rows, failures }));
  else report(rows, failures);
  return failures.length > 0 ? 1 : 0;
}

async function judgeFolder(
  folder: string,
  runtime: NodeRuntime | null,
  runtimes: readonly RuntimeName[],
  seeds: number,
): Promise<Row[]> {
  const { sandbox } = await loadSandboxFolder(folder);
  const executes: Record<RuntimeName, Execute | null> = {
    native: openNative(),
    pyodide: runtime && (await openStack(runtime, sandbox, folder)),
  };
  const subjects = variantsOf(sandbox).flatMap((variant) =>
    runtimes.map((name) => ({ variant, name, judged: [] as Judged[] })),
  );
  const jobs = Array.from({ length: seeds }, (_, index) => index + 1).flatMap((seed) =>
    subjects.map((subject) => ({ ...subject, seed })),
  );
  let done = 0;
  await inTwos(jobs, async ({ variant, name, judged, seed }) => {
    const execute = executes[name];
    if (!execute) return;
    const one = await judgeOnce(withinTime(execute), variant, seed);
    judged.push(one);
    const surprise = one.kind === variant.kind ? '' : ` (declared ${variant.kind})`;
    process.stderr.write(
      `${sandbox.id} [${++done}/${jobs.length}] ${variant.name}, ${name}, seed ${seed}: ` +
        `${one.kind}${surprise}, ${one.seconds.toFixed(1)} s\n`,
    );
  });
  return subjects.map(({ variant, name, judged }) => {
    const subject = { sandbox: sandbox.id, variant: variant.name, runtime: name, declared: variant.kind };
    return rowOf(
      subject,
      judged.sort((a, b) => a.seed - b.seed),
    );
  });
}

async function openStack(runtime: NodeRuntime, sandbox: Sandbox, folder: string): Promise<Execute> {
  const problem = missingPackages(place(folder), sandbox, Object.keys(runtime.manifest.distributions));
  if (problem) throw problem;
  return runtime.open(sandbox);
}

function report(rows: readonly Row[], failures: readonly string[]): void {
  if (rows.length > 0) console.log(table(rows));
  for (const failure of failures) console.log(`\n${failure}`);
  const verdicts = rows.reduce((sum, { judged }) => sum + judged.length, 0);
  console.log(
    failures.length > 0
      ? `\nThe gate is shut: ${failures.length} to put right, ${verdicts} verdicts.`
      : `\nThe gate is open: ${verdicts} verdicts, each as declared.`,
  );
}

function place(folder: string): string {
  const inside = relative(process.cwd(), folder);
  return inside.startsWith('..') ? folder : inside;
}

/** What was asked for, or one sentence on what is wrong with it. */
async function wantedFrom(args: string[]): Promise<Wanted | string> {
  const options = {
    seeds: { type: 'string', default: '20' },
    runtime: { type: 'string', default: 'both' },
    json: { type: 'boolean', default: false },
  } as const;
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)} Use it as ${usage}`;
  }
  const { positionals, values } = parsed;
  const seeds = Number(values.seeds);
  if (!Number.isInteger(seeds) || seeds < 1) return `--seeds is a whole number from 1, not ${values.seeds}.`;
  const runtimes = values.runtime === 'both' ? RUNTIMES : RUNTIMES.filter((name) => name === values.runtime);
  if (runtimes.length === 0) return `--runtime is native, pyodide or both, not ${values.runtime}.`;
  const ids = await sandboxIds();
  const folders = (positionals.length > 0 ? positionals : ids).map((name) =>
    ids.includes(name) ? join(SANDBOXES, name) : atCaller(name),
  );
  const missing = folders.findIndex((folder) => !existsSync(folder));
  if (missing >= 0) {
    return `There is no sandbox ${positionals[missing]}. Name a folder or one of: ${ids.join(', ')}.`;
  }
  return { folders, seeds, runtimes, json: values.json };
}

const wanted = await wantedFrom(process.argv.slice(2));
if (typeof wanted === 'string') console.error(wanted);
// A program that does not end must not keep the gate from ending.
process.exit(typeof wanted === 'string' ? USAGE : await gate(wanted).catch(ourFailure));

/** In its first words: an error out of Pyodide brings the whole of its source along. */
function ourFailure(error: unknown): number {
  const words = error instanceof Error ? error.message : String(error);
  console.error(`The gate itself failed: ${words.slice(0, 2000)}`);
  return OUR_FAILURE;
}
