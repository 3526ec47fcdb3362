import { existsSync } from 'node:fs';
import { TEST_PACKAGES } from '../build/setup.ts';
import { carryOut } from '../build/stage.ts';
import { record, scored, tightnessOf } from '../sandbox/mutants.ts';
import { USAGE } from '../sandbox/judgement.ts';
import { loadSandboxFolder, sandboxIds } from '../sandbox/sandbox-folder.ts';
import { openStore } from '../sandbox/verdict-store.ts';
import { ourFailure, sandboxAt } from './arguments.ts';

/** `npm run mutants [-- id or folder ...]`: how tight each check is, and every mutant of a fix that it lets pass; that there is none is recorded. */
async function mutants(names: readonly string[]): Promise<number> {
  const folders = await Promise.all((names.length > 0 ? names : await sandboxIds()).map(sandboxAt));
  const missing = folders.findIndex((folder) => !existsSync(folder));
  if (missing >= 0) {
    console.error(
      `There is no sandbox ${names[missing]}. Name a folder or one of: ${(await sandboxIds()).join(', ')}.`,
    );
    return USAGE;
  }
  await carryOut(TEST_PACKAGES, process.stderr);
  const store = await openStore();
  let failed = false;
  for (const folder of folders) {
    const { sandbox } = await loadSandboxFolder(folder);
    const { tightness, failures } = await tightnessOf(folder, sandbox, store);
    failed ||= failures.length > 0;
    // A pattern keeps no record, for nobody asks for it.
    if (failures.length === 0 && sandbox.pattern === undefined) await record(folder, sandbox, tightness);
    for (const line of [scored(tightness), ...failures]) console.log(line);
  }
  return failed ? 1 : 0;
}

process.exit(await mutants(process.argv.slice(2)).catch(ourFailure('tool')));
