import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { z } from 'zod';
import { conform, told } from '../../src/course/problem.ts';
import type { Sandbox } from '../../src/course/sandbox.ts';
import { ROOT } from '../build/stage.ts';
import { findPython } from '../python.mjs';
import { programOf } from './sandbox-folder.ts';
import { SEED } from './seeds.ts';
import { nativeParts, withoutDiagnosis } from './takes-part.ts';
import { keyOf, type Store } from './verdict-store.ts';

/** The tool that mutates and judges; natively only. */
const TOOL = join(ROOT, 'tests', 'mutants', 'mutants.py');

/** A mutant, or every mutant of a line, that does nothing that the contract speaks of. */
const Equivalent = z.strictObject({
  file: z.string().min(1),
  /** The line as it is, without what stands before and behind. */
  line: z.string().min(1),
  /** What becomes of it; whatever does, where this is left out. */
  mutant: z.string().min(1).optional(),
  reason: z.string().min(1),
});

/** What came of judging the mutants; `of` is a digest of all that was judged. */
const Judged = z.strictObject({ of: z.string(), killed: z.int().positive(), equivalent: z.int() });

/** `sandboxes/<id>/mutants.json`: the mutants of its fixes that no check can object to, each with its reason. */
const MutantsFile = z.strictObject({
  /** Written by `npm run mutants`, and by the gate. */
  judged: Judged.optional(),
  equivalent: z.array(Equivalent),
});
type MutantsFile = z.infer<typeof MutantsFile>;

const Survivor = z.strictObject({ file: z.string(), line: z.string(), mutant: z.string() });
/** Of the mutants of some files: `declared` were not judged, for `matched` are the entries that they are told by. */
const Mutated = z.strictObject({
  unchanged: z.string(),
  total: z.int(),
  declared: z.int(),
  matched: z.array(z.int()),
  survivors: z.array(Survivor),
});
type Mutated = z.infer<typeof Mutated>;

/** How tight a check is: of the mutants of what is right, how many it objects to, and how many are declared equivalent. */
export type Tightness = { sandbox: string; killed: number; equivalent: number; alive: number };

/** How tight the check of a sandbox is, and a sentence on each mutant that is alive and each declaration of none. */
export async function tightnessOf(
  folder: string,
  sandbox: Sandbox,
  store: Store,
): Promise<{ tightness: Tightness; failures: string[] }> {
  const file = join(folder, 'mutants.json');
  const read = await declaredIn(file);
  if (typeof read === 'string')
    return { tightness: { sandbox: sandbox.id, killed: 0, equivalent: 0, alive: 0 }, failures: [read] };
  const { equivalent } = read;
  const decides = { tool: await readFile(TOOL, 'utf8'), native: nativeParts() };
  const failures: string[] = [];
  const matched = new Set<number>();
  const tightness = { sandbox: sandbox.id, killed: 0, equivalent: 0, alive: 0 };
  for (const { variant, asked } of subjectsOf(sandbox, equivalent)) {
    const found = await once(store, asked, decides);
    if (found.unchanged !== 'bounded')
      failures.push(
        `${sandbox.id} ${variant}: judged ${found.unchanged} itself, so its mutants say nothing.`,
      );
    for (const index of found.matched) matched.add(index);
    tightness.equivalent += found.declared;
    tightness.alive += found.survivors.length;
    tightness.killed += found.total - found.declared - found.survivors.length;
    for (const { file: name, line, mutant } of found.survivors)
      failures.push(
        `${sandbox.id} ${variant}, ${name}: no check objects to \`${mutant}\` in place of \`${line}\`.\n` +
          `    Let check.py ask for what is lost, or declare it in mutants.json with a reason.`,
      );
  }
  for (const [index, { file: name, line }] of equivalent.entries())
    if (!matched.has(index))
      failures.push(
        `${file}: equivalent[${index}]: there is no such mutant of \`${line}\` in ${name}; take it out.`,
      );
  return { tightness, failures };
}

/** What is wrong with the record of a sandbox's mutants, in a sentence; empty where it is of the files as they are. */
export async function recordProblem(folder: string, sandbox: Sandbox): Promise<string> {
  const file = join(folder, 'mutants.json');
  const read = await declaredIn(file);
  if (typeof read === 'string') return read;
  if (read.judged?.of === (await digestOf(sandbox, read))) return '';
  return `${file}: the mutants were judged on other files, or never; run "npm run mutants -- ${sandbox.id}".`;
}

/** Writes into its `mutants.json` that none of a sandbox's mutants is alive and undeclared. */
export async function record(
  folder: string,
  sandbox: Sandbox,
  { killed, equivalent }: Tightness,
): Promise<void> {
  const file = join(folder, 'mutants.json');
  const read = await declaredIn(file);
  if (typeof read === 'string') throw new Error(read);
  const judged = { of: await digestOf(sandbox, read), killed, equivalent };
  await writeFile(file, `${JSON.stringify({ judged, equivalent: read.equivalent }, null, 2)}\n`);
}

/** Of all that mutants are judged by but the judge: what they measure is the check, not the judge. */
async function digestOf(sandbox: Sandbox, { equivalent }: MutantsFile): Promise<string> {
  return keyOf([await readFile(TOOL, 'utf8'), subjectsOf(sandbox, equivalent).map(({ asked }) => asked)]);
}

type Asked = {
  program: ReturnType<typeof programOf>;
  seed: number;
  preload: readonly string[];
  mutate: string[];
  equivalent: readonly Omit<z.infer<typeof Equivalent>, 'reason'>[];
};

/**
 * Each fix, with those of its files that a learner may edit and that no fix before it has the same; where there is
 * nothing to fix, the program as it stands, with the files that its decoys change.
 */
function subjectsOf(
  sandbox: Sandbox,
  declared: readonly z.infer<typeof Equivalent>[],
): { variant: string; asked: Asked }[] {
  const seen = new Set<string>();
  const equivalent = declared.map(({ reason: _reason, ...told }) => told);
  if (sandbox.verdict === 'bounded') {
    const program = withoutDiagnosis(programOf(sandbox));
    const mutate = [...new Set(sandbox.decoys.flatMap(({ files }) => Object.keys(files)))];
    return [
      { variant: 'starter', asked: { program, seed: SEED, preload: sandbox.preload, mutate, equivalent } },
    ];
  }
  return sandbox.fixes.map(({ id, files }) => {
    const program = withoutDiagnosis(programOf(sandbox, files));
    const fresh = Object.entries(program.project).filter(
      ([name, text]) => sandbox.editable.includes(name) && !seen.has(`${name}\n${text}`),
    );
    for (const [name, text] of fresh) seen.add(`${name}\n${text}`);
    const mutate = fresh.map(([name]) => name);
    return {
      variant: `fixes/${id}`,
      asked: { program, seed: SEED, preload: sandbox.preload, mutate, equivalent },
    };
  });
}

async function once(store: Store, asked: Asked, decides: unknown): Promise<Mutated> {
  const key = keyOf({ kind: 'mutants', asked, decides });
  const kept = await store.recall(key, Mutated);
  if (kept !== null) return kept;
  const found = await mutate(asked);
  await store.keep(key, found);
  return found;
}

/** Throws with the tool's own last words when it does not come back with an answer. */
function mutate(asked: Asked): Promise<Mutated> {
  const python = findPython();
  if (python.kind === 'missing') throw new Error(python.reason);
  const PYTHONPATH = [join(ROOT, '.python'), join(ROOT, 'src')].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(python.command, [TOOL], { env: { ...process.env, PYTHONPATH } });
    let output = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (complaint = `${complaint}${chunk.toString()}`.slice(-2000)));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Mutated.parse(JSON.parse(output)));
      else reject(new Error(`tests/mutants/mutants.py ended with ${code}: ${complaint.trim()}`));
    });
    child.stdin.end(JSON.stringify(asked));
  });
}

/** What is declared, or what is wrong with the file, in a sentence; a sandbox without one declares nothing. */
async function declaredIn(file: string): Promise<MutantsFile | string> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return { equivalent: [] };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `${file}: is not valid JSON: ${error instanceof Error ? error.message : String(error)}.`;
  }
  const outcome = conform(MutantsFile, value, file);
  return outcome.kind === 'valid' ? outcome.value : outcome.problems.map(told).join('\n');
}

/** One line on it, for the table of the gate. */
export function scored({ sandbox, killed, equivalent, alive }: Tightness): string {
  const judged = killed + alive;
  const share = judged === 0 ? '' : ` (${((100 * killed) / judged).toFixed(0)} %)`;
  const rest = alive === 0 ? '' : `, ${alive} alive`;
  return `${sandbox} mutants: the check objects to ${killed} of ${judged}${share}${rest}; ${equivalent} declared equivalent`;
}
