import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { language } from '#words/language';
import { format } from 'prettier';
import { MeasuredFile, type MeasuredTexts } from '../../src/course/measured-schema.ts';
import type { Sandbox } from '../../src/course/sandbox.ts';
import { inLanguage } from '../../src/course/translations.ts';
import { timesAtHome } from '../sandbox/judged.ts';
import { RUNTIMES, openJudging, toldTally } from '../sandbox/judging.ts';
import { nativeVersion } from '../sandbox/native.ts';
import { loadSandboxFolder, sandboxIds, variantsOf } from '../sandbox/sandbox-folder.ts';
import type { SandboxJudge } from '../sandbox/sandbox-judge.ts';
import { SEED } from '../sandbox/seeds.ts';
import { openStore } from '../sandbox/verdict-store.ts';
import { RUNTIME, TEST_PACKAGES } from '../build/setup.ts';
import { sandboxAt } from './arguments.ts';
import { carryOut } from '../build/stage.ts';

/**
 * `npm run measure [-- id or folder ...]`: writes the `measured.json` of each sandbox from real runs in Pyodide, and one at home. In
 * another language (`LEAKLAB_LANGUAGE`) it writes what the judge says there, of each that is translated.
 */
await carryOut([...RUNTIME, ...TEST_PACKAGES]);
const judging = await openJudging(await openStore(), RUNTIMES);
const chosen = process.argv.slice(2);

for (const name of chosen.length ? chosen : await sandboxIds()) {
  const folder = await sandboxAt(name);
  const { sandbox, probes } = await loadSandboxFolder(folder);
  const { id } = sandbox;
  if (sandbox.pattern !== undefined) {
    if (chosen.length > 0)
      console.log(`${id}: a pattern has no lesson that quotes figures, so none are measured.`);
    continue;
  }
  const judge = judging.of(sandbox, 'pyodide');
  const [starter] = variantsOf(sandbox);
  if (language.code !== 'en') {
    if (existsSync(join(folder, inLanguage('sandbox.json', language.code))))
      await measureTexts(folder, judge, sandbox);
    continue;
  }
  const [runs, named, figures, home] = await Promise.all([
    Promise.all(
      variantsOf(sandbox).map(async (variant) => {
        const { seed: _seed, seconds: _seconds, ...run } = await judge.check(variant, SEED);
        const surprise = run.kind === variant.kind ? '' : ` (declared: ${variant.kind})`;
        console.log(`${id} ${variant.name}: ${run.kind}${surprise}. ${run.sentence}`);
        return [variant.name, run] as const;
      }),
    ),
    sandbox.verdict === 'growing' ? judge.culprit() : null,
    probes === null ? {} : judge.figures(probes),
    judging.of(sandbox, 'native').check(starter, SEED),
  ]);
  for (const { right, feedback } of named?.diagnosis.findings ?? [])
    if (!right) console.log(`${id}: diagnosis.py says no to what the explanation names. ${feedback}`);
  const variants = Object.fromEntries(runs);
  const measured = MeasuredFile.parse({
    pyodide: judging.manifest?.pyodide,
    ...(named && { culprit: named.culprit }),
    home: { python: nativeVersion(), times: timesAtHome(home, variants[starter.name]) },
    variants,
    figures,
  });
  await write(join(folder, 'measured.json'), measured);
  console.log(`${id}: ${Object.keys(figures).length} figures`, figures);
}
console.log(toldTally(judging.tally));

async function measureTexts(folder: string, judge: SandboxJudge, sandbox: Sandbox): Promise<void> {
  const said: MeasuredTexts = {};
  for (const variant of variantsOf(sandbox)) {
    const { sentence, lead } = await judge.check(variant, SEED);
    said[variant.name] = { sentence, lead };
    console.log(`${sandbox.id} ${variant.name}: ${sentence}`);
  }
  await write(join(folder, inLanguage('measured.json', language.code)), said);
}

async function write(path: string, measured: unknown): Promise<void> {
  await writeFile(path, await format(JSON.stringify(measured), { parser: 'json', printWidth: 110 }));
}
