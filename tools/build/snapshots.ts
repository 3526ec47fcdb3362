import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { stackKey, type Stack } from '../../src/runtime/manifest.ts';
import { openNodeRuntime } from '../../src/runtime/node.ts';
import { ROOT } from './stage.ts';

const KEPT = join(ROOT, '.cache', 'snapshots');

/** Where sandboxes say what they have installed: those of the course, and that of the browser tests. */
export const SANDBOX_FILES: readonly string[] = globSync('{.,tests/fixture}/sandboxes/*/sandbox.json', {
  cwd: ROOT,
}).sort();

export type Snapshot = { key: string; bytes: Uint8Array };

/** Each of `SANDBOX_FILES` once. */
export function stacksOfSandboxes(): Stack[] {
  const stacks = SANDBOX_FILES.map((file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Stack);
  return [...new Map(stacks.map((stack) => [stackKey(stack), stack])).values()];
}

/** A compressed snapshot for each stack of `SANDBOX_FILES`, made of the runtime in `folder`, or kept since `version`. */
export async function makeSnapshots(folder: string, version: string): Promise<Snapshot[]> {
  await mkdir(KEPT, { recursive: true });
  const old = (await readdir(KEPT)).filter((name) => !name.startsWith(version));
  await Promise.all(old.map((name) => rm(join(KEPT, name))));
  const runtime = await openNodeRuntime(folder);
  const snapshots: Snapshot[] = [];
  for (const stack of stacksOfSandboxes()) {
    const key = stackKey(stack);
    const digest = createHash('sha256').update(key).digest('hex').slice(0, 16);
    const kept = join(KEPT, `${version}-${digest}.gz`);
    if (!existsSync(kept)) await writeFile(kept, await promisify(gzip)(await runtime.snapshot(stack)));
    snapshots.push({ key, bytes: await readFile(kept) });
  }
  return snapshots;
}
