import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { CourseError, conform } from '../../src/course/problem.ts';
import { SandboxFile } from '../../src/course/sandbox-schema.ts';
import type { Stack } from '../../src/runtime/manifest.ts';
import type { Program } from '../../src/runtime/protocol.ts';

const { unit, packages, preload, contract } = SandboxFile.shape;
const { cap, budgetBytes, sensitivity, warmUp, ratePerSecond } = contract.shape;

/** Of a sandbox.json, what judging needs: a folder that is no lesson need not have the rest. */
const Settings = z.object({
  unit,
  packages: z._default(packages, []),
  preload: z._default(preload, []),
  contract: z.object({ cap, budgetBytes, sensitivity, warmUp, ratePerSecond }),
});

const HARNESS = ['workload.py', 'check.py', 'diagnosis.py'];

/** The program in a folder of a sandbox's shape, with the files of `overlay` in place of its own. Throws CourseError. */
export async function readFolder(
  folder: string,
  overlay: string | null,
): Promise<{ program: Program; stack: Stack }> {
  const settings = await readSettings(join(folder, 'sandbox.json'));
  const project = {
    ...(await pythonFiles(join(folder, 'project'))),
    ...(overlay && (await pythonFiles(overlay))),
  };
  const harness = await namedFiles(folder, HARNESS);
  if (harness['workload.py'] === undefined)
    throw trouble(join(folder, 'workload.py'), 'is missing; it says what one unit of use is: def run(i).');
  const own = await namedFiles(folder, ['diagnose.py']);
  return {
    program: { unit: settings.unit, contract: settings.contract, project: { ...project, ...own }, harness },
    stack: { packages: settings.packages, preload: settings.preload },
  };
}

/** The problem of a package that the runtime does not have, or null. */
export function missingPackages(folder: string, stack: Stack, known: readonly string[]): CourseError | null {
  const missing = stack.packages.filter((name) => !known.includes(name));
  if (missing.length === 0) return null;
  const file = join(folder, 'sandbox.json');
  const message = `the runtime has no ${missing.join(', ')}; it has ${known.join(', ')}.`;
  return new CourseError([{ file, field: 'packages', message }]);
}

async function readSettings(file: string): Promise<z.infer<typeof Settings>> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw trouble(file, 'is missing; every sandbox needs one.');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw trouble(file, `is not valid JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const outcome = conform(Settings, value, file);
  if (outcome.kind === 'invalid') throw new CourseError(outcome.problems);
  return outcome.value;
}

async function pythonFiles(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder).catch(() => []);
  const python = names.filter((name) => name.endsWith('.py')).sort();
  if (python.length === 0) throw trouble(folder, 'has no Python files.');
  return namedFiles(folder, python);
}

async function namedFiles(folder: string, names: readonly string[]): Promise<Record<string, string>> {
  const entries = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), 'utf8').catch(() => null)] as const),
  );
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null));
}

function trouble(file: string, message: string): CourseError {
  return new CourseError([{ file, message }]);
}
