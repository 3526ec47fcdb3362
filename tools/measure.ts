import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MeasuredFile } from '../src/course/measured-schema.ts';
import { openNodeRuntime } from '../src/sandbox/node.ts';
import { inTwos } from './in-twos.ts';
import { measure, measureFigures } from './measured.ts';
import { RUNTIME_FOLDER } from './runtime.ts';
import { SANDBOXES, loadSandbox, sandboxIds, variantsOf } from './sandbox-folder.ts';
import { format } from 'prettier';

/** `npm run measure [id ...]`: writes `sandboxes/<id>/measured.json` from real runs. */
const runtime = await openNodeRuntime(RUNTIME_FOLDER);
const chosen = process.argv.slice(2);

for (const id of chosen.length ? chosen : await sandboxIds()) {
  const { sandbox, probes } = await loadSandbox(id);
  const execute = await runtime.open(sandbox);
  const runs = await inTwos(variantsOf(sandbox), async ({ name, kind, program }) => {
    const run = await measure(execute, program);
    const surprise = run.kind === kind ? '' : ` (declared: ${kind})`;
    console.log(`${id} ${name}: ${run.kind}${surprise}. ${run.sentence}`);
    return [name, run] as const;
  });
  const figures = probes === null ? {} : await measureFigures(execute, sandbox, probes);
  const measured: MeasuredFile = {
    pyodide: runtime.manifest.pyodide,
    variants: Object.fromEntries(runs),
    figures,
  };
  const path = join(SANDBOXES, id, 'measured.json');
  await writeFile(path, await format(JSON.stringify(measured), { parser: 'json', printWidth: 110 }));
  console.log(`${id}: ${Object.keys(figures).length} figures`, figures);
}
