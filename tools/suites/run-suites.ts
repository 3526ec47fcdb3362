import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { run } from '../build/run-program.ts';
import { fingerprint } from '../build/stage.ts';
import { CHROMIUM_ARGS, findChromium } from './browsers.ts';
import { PASSED, keepPassed, passedBefore } from './passed.ts';
import type { Suite } from './suites.ts';
import { tallyOf, type Tally } from './tally.ts';

/** `before`: of those that passed, how many did so earlier, on the very same files. `told`: its own last word, if any. */
export type Result = Tally & { name: string; seconds: number; before: number; told: string };

const TOLD = /^verdicts: .*$/m;

/** Runs suites one after the other, but for those that passed with all that they read as it is now. */
export async function runChanged(
  suites: readonly Suite[],
  folder = PASSED,
  stateOf = readBy,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const suite of suites) {
    const began = await stateOf(suite);
    const before = passedBefore(folder, suite.name, began);
    if (before === null) {
      const result = await runSuite(suite);
      // What somebody changed meanwhile may not have been tested.
      if ((await stateOf(suite)) === began) keepPassed(folder, suite.name, began, result);
      results.push(result);
    } else {
      const told = 'unchanged since it passed';
      results.push({ name: suite.name, passed: before, failed: 0, before, seconds: 0, told });
      console.log(results.slice(-1).map(describe).join());
    }
  }
  return results;
}

/** A digest of all that a suite reads, and of what it runs on. */
async function readBy({ command, args, tests, browser, unaffectedBy }: Suite): Promise<string> {
  const version = (program: string, ...flags: string[]) =>
    spawnSync(program, flags, { encoding: 'utf8' }).stdout.trim();
  const versions = [
    process.version,
    version(process.env.PYTHON ?? 'python3', '-VV'),
    browser ? version(await chromium(), '--version', ...CHROMIUM_ARGS) : '',
  ];
  return fingerprint(['.'], JSON.stringify([command, args, tests, versions]), unaffectedBy);
}

/** Runs a suite, or of its runner's tests those named; one that fails shows all that it wrote, if it did not `show` it. */
export async function runSuite(
  suite: Suite,
  named: readonly string[] = [],
  show?: NodeJS.WriteStream,
): Promise<Result> {
  const { name, command, args, tests = [], report } = suite;
  if (report !== undefined) {
    mkdirSync(dirname(report.path), { recursive: true });
    rmSync(report.path, { force: true });
  }
  const env = { ...suite.env, ...(suite.browser ? { CHROMIUM: await chromium() } : {}) };
  const began = performance.now();
  const { code, output } = await run(command, [...args, ...(named.length > 0 ? named : tests)], env, show);
  const tally = tallyOf(code, report);
  const seconds = (performance.now() - began) / 1000;
  const told = TOLD.exec(stripVTControlCharacters(output))?.[0] ?? '';
  const result = { ...tally, name, seconds, before: 0, told };
  if (tally.failed > 0 && show === undefined)
    console.log(`\n--- ${name} ---\n${output.trim()}\n--- end of ${name} ---\n`);
  console.log(describe(result));
  return result;
}

export function describe({ name, passed, failed, seconds, before, told }: Result): string {
  const mark = failed > 0 ? 'FAIL' : before > 0 ? 'same' : 'ok';
  const counts = `${String(passed).padStart(4)} passed ${String(failed).padStart(3)} failed`;
  return `${mark.padEnd(4)} ${name.padEnd(16)} ${counts} ${seconds.toFixed(0).padStart(5)} s  ${told}`.trimEnd();
}

let found: ReturnType<typeof findChromium> | undefined;

async function chromium(): Promise<string> {
  const browser = await (found ??= findChromium());
  if (browser.kind === 'missing') throw new Error(browser.reason);
  return browser.path;
}
