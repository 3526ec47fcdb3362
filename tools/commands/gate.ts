import { existsSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { CourseError, told } from '../../src/course/problem.ts';
import { lessonNotesOf, notesOf, steps } from '../sandbox/author-notes.ts';
import { ourFailure, parsed, sandboxAt } from './arguments.ts';
import { rowOf, type Row } from '../sandbox/gate-runs.ts';
import { complaints, table } from '../sandbox/gate-words.ts';
import { USAGE } from '../sandbox/judgement.ts';
import { missingPackages } from '../sandbox/judged-folder.ts';
import { record, scored, tightnessOf, type Tightness } from '../sandbox/mutants.ts';
import { RUNTIMES, openJudging, toldTally, type Judging, type RuntimeName } from '../sandbox/judging.ts';
import { loadSandboxFolder, sandboxIds, variantsOf } from '../sandbox/sandbox-folder.ts';
import { seedsOf } from '../sandbox/seeds.ts';
import { openStore } from '../sandbox/verdict-store.ts';
import { RUNTIME, TEST_PACKAGES } from '../build/setup.ts';
import { carryOut } from '../build/stage.ts';

const usage = 'npm run gate -- [id ...] [--seeds N] [--runtime native|pyodide|both] [--json]';

type Wanted = { folders: string[]; seeds: number; runtimes: readonly RuntimeName[]; json: boolean };

/** `npm run gate`: judges every variant of every sandbox, with many seeds and in both runtimes, as it is declared. */
async function gate({ folders, seeds, runtimes, json }: Wanted): Promise<number> {
  await carryOut([...RUNTIME, ...(runtimes.includes('native') ? TEST_PACKAGES : [])], process.stderr);
  const store = await openStore();
  const judging = await openJudging(store, runtimes);
  const rows: Row[] = [];
  const mutants: Tightness[] = [];
  const failures: string[] = [];
  for (const folder of folders) {
    const unfinished = await notesOf(folder);
    const unwritten = await lessonNotesOf(folder);
    if (unfinished.length + unwritten.length > 0)
      failures.push(steps(folder, [...unfinished, ...unwritten], place));
    // The prose quotes what the judged program gave, so it comes last and keeps nobody from judging.
    if (unfinished.length > 0) continue;
    try {
      const judged = await judgeFolder(folder, judging, runtimes, seeds);
      rows.push(...judged);
      // Of fixes that are not as declared, mutants say nothing.
      if (!runtimes.includes('native') || complaints(judged, () => folder).length > 0) continue;
      const { sandbox } = await loadSandboxFolder(folder);
      // How tight a pattern's check is can be asked for with npm run mutants.
      if (sandbox.pattern !== undefined) continue;
      const found = await tightnessOf(folder, sandbox, store);
      mutants.push(found.tightness);
      failures.push(...found.failures);
      if (found.failures.length === 0) await record(folder, sandbox, found.tightness);
    } catch (error) {
      if (!(error instanceof CourseError)) throw error;
      failures.push(...error.problems.map(told));
    }
  }
  const folderOf = ({ sandbox }: Row) =>
    place(folders.find((folder) => basename(folder) === sandbox) ?? sandbox);
  failures.push(...complaints(rows, folderOf));
  console.error(toldTally(judging.tally));
  if (json) console.log(JSON.stringify({ rows, mutants, failures }));
  else report(rows, mutants, failures);
  return failures.length > 0 ? 1 : 0;
}

async function judgeFolder(
  folder: string,
  judging: Judging,
  runtimes: readonly RuntimeName[],
  seeds: number,
): Promise<Row[]> {
  const { sandbox } = await loadSandboxFolder(folder);
  const known = judging.manifest && Object.keys(judging.manifest.distributions);
  const problem = known && missingPackages(place(folder), sandbox, known);
  if (problem) throw problem;
  const judges = runtimes.map((runtime) => ({ runtime, judge: judging.of(sandbox, runtime) }));
  const subjects = variantsOf(sandbox).flatMap((variant) => judges.map((one) => ({ variant, ...one })));
  const total = subjects.length * seeds;
  let done = 0;
  const judged = async ({ variant, runtime, judge }: (typeof subjects)[number], seed: number) => {
    const one = await judge.check(variant, seed);
    const surprise = one.kind === variant.kind ? '' : ` (declared ${variant.kind})`;
    process.stderr.write(
      `${sandbox.id} [${++done}/${total}] ${variant.name}, ${runtime}, seed ${seed}: ` +
        `${one.kind}${surprise}, ${one.seconds.toFixed(1)} s\n`,
    );
    return one;
  };
  return Promise.all(
    subjects.map(async (subject) => {
      const { variant, runtime } = subject;
      const all = await Promise.all(seedsOf(seeds).map((seed) => judged(subject, seed)));
      return rowOf({ sandbox: sandbox.id, variant: variant.name, runtime, declared: variant.kind }, all);
    }),
  );
}

function report(rows: readonly Row[], mutants: readonly Tightness[], failures: readonly string[]): void {
  if (rows.length > 0) console.log(table(rows, mutants.map(scored)));
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
  const line = parsed(args, options, usage);
  if (typeof line === 'string') return line;
  const { positionals, values } = line;
  const seeds = Number(values.seeds);
  if (!Number.isInteger(seeds) || seeds < 1) return `--seeds is a whole number from 1, not ${values.seeds}.`;
  const runtimes = values.runtime === 'both' ? RUNTIMES : RUNTIMES.filter((name) => name === values.runtime);
  if (runtimes.length === 0) return `--runtime is native, pyodide or both, not ${values.runtime}.`;
  const ids = await sandboxIds();
  const folders = await Promise.all((positionals.length > 0 ? positionals : ids).map(sandboxAt));
  const missing = folders.findIndex((folder) => !existsSync(folder));
  if (missing >= 0) {
    return `There is no sandbox ${positionals[missing]}. Name a folder or one of: ${ids.join(', ')}.`;
  }
  return { folders, seeds, runtimes, json: values.json };
}

const wanted = await wantedFrom(process.argv.slice(2));
if (typeof wanted === 'string') console.error(wanted);
// A program that does not end must not keep the gate from ending.
process.exit(typeof wanted === 'string' ? USAGE : await gate(wanted).catch(ourFailure('gate')));
