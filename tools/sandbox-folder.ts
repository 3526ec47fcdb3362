import { readFile, readdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { readSandbox, type Sandbox } from '../src/course/sandbox.ts';
import type { Program } from '../src/sandbox/protocol.ts';
import { ROOT } from './stage.ts';

export const SANDBOXES = join(ROOT, 'sandboxes');

/** A program to judge and the verdict that its sandbox declares for it. */
export type Variant = { name: string; kind: string; program: Program };

export async function sandboxIds(): Promise<string[]> {
  const entries = await readdir(SANDBOXES, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** A sandbox as its folder has it now, without what was measured of it earlier. */
export function loadSandbox(id: string): Promise<{ sandbox: Sandbox; probes: string | null }> {
  return loadSandboxFolder(join(SANDBOXES, id));
}

/** The same of a folder anywhere; its name is the sandbox's id. */
export async function loadSandboxFolder(
  folder: string,
): Promise<{ sandbox: Sandbox; probes: string | null }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.(py|json)$/.test(entry.name) || entry.name === 'measured.json') continue;
    files[relative(folder, path).replaceAll('\\', '/')] = await readFile(path, 'utf8');
  }
  return { sandbox: readSandbox(basename(folder), files), probes: files['probes.py'] ?? null };
}

/** The text of `measured.json`, or null when the sandbox has not been measured. */
export async function readMeasured(id: string): Promise<string | null> {
  return readFile(join(SANDBOXES, id, 'measured.json'), 'utf8').catch(() => null);
}

export function programOf(sandbox: Sandbox, changes: Record<string, string> = {}): Program {
  const { unit, contract, project, diagnose, harness } = sandbox;
  const { cap, budgetBytes, sensitivity, warmUp, ratePerSecond } = contract;
  return {
    unit,
    contract: { cap, budgetBytes, sensitivity, warmUp, ratePerSecond },
    project: { ...project, 'diagnose.py': diagnose, ...changes },
    harness,
  };
}

export function variantsOf(sandbox: Sandbox): Variant[] {
  const { fixes, decoys } = sandbox;
  return [
    { name: 'starter', kind: 'growing', program: programOf(sandbox) },
    ...fixes.map(({ id, files }) => ({
      name: `fixes/${id}`,
      kind: 'bounded',
      program: programOf(sandbox, files),
    })),
    ...decoys.map(({ id, files, verdict }) => ({
      name: `decoys/${id}`,
      kind: verdict,
      program: programOf(sandbox, files),
    })),
  ];
}
