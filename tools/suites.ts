import { rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.ts';
import { ROOT } from './stage.ts';
import { tallyOf, type READERS, type Tally } from './tally.ts';

export type Suite = {
  name: string;
  command: string;
  args: readonly string[];
  env?: Record<string, string>;
  report?: { path: string; format: keyof typeof READERS };
};

const PYTHON = process.env.PYTHON ?? 'python3';
const bin = (program: string): string => join(ROOT, 'node_modules', '.bin', program);
const reportPath = (name: string): string => join(ROOT, 'test-results', name);
const pythonEnv = { PYTHONPATH: [join(ROOT, '.python'), join(ROOT, 'src')].join(delimiter) };

/** Each linter counts as one test. */
export const LINT: readonly Suite[] = [
  // First, because it writes the types that the others read.
  { name: 'astro check', command: bin('astro'), args: ['check', '--minimumSeverity', 'error'] },
  { name: 'eslint', command: bin('eslint'), args: ['.', '--max-warnings=0'] },
  { name: 'prettier', command: bin('prettier'), args: ['--check', '--log-level=warn', '.'] },
  {
    name: 'svelte-check',
    command: bin('svelte-check'),
    args: ['--tsconfig', 'tsconfig.json', '--fail-on-warnings'],
  },
  { name: 'ruff', command: PYTHON, args: ['-m', 'ruff', 'check', '.'], env: pythonEnv },
  { name: 'mypy', command: PYTHON, args: ['-m', 'mypy'], env: pythonEnv },
];

const pytestReport = reportPath('pytest.xml');
export const PYTEST: Suite = {
  name: 'pytest',
  command: PYTHON,
  args: ['-m', 'pytest', '-q', `--junitxml=${pytestReport}`],
  env: pythonEnv,
  report: { path: pytestReport, format: 'junit' },
};

function vitest(project: string): Suite {
  const path = reportPath(`${project}.json`);
  return {
    name: `vitest ${project}`,
    command: bin('vitest'),
    args: ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile=${path}`],
    report: { path, format: 'vitest' },
  };
}
export const UNIT = vitest('unit');
export const CONTRACT = vitest('contract');

/** The built site in Chromium, its byte budgets among it. */
export function endToEnd(chromium: string): Suite {
  const path = reportPath('playwright.json');
  return {
    name: 'playwright',
    command: bin('playwright'),
    args: ['test', '--reporter=list,json'],
    env: { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: path },
    report: { path, format: 'playwright' },
  };
}

export type Result = Tally & { name: string; seconds: number };

/** Runs suites one after the other; a failing one shows all that it wrote. */
export async function runLane(suites: readonly Suite[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const suite of suites) {
    if (suite.report !== undefined) rmSync(suite.report.path, { force: true });
    const began = performance.now();
    const { code, output } = await run(suite.command, suite.args, suite.env);
    const tally = tallyOf(code, suite.report);
    const seconds = (performance.now() - began) / 1000;
    if (tally.failed > 0)
      console.log(`\n--- ${suite.name} ---\n${output.trim()}\n--- end of ${suite.name} ---\n`);
    console.log(describe({ ...tally, name: suite.name, seconds }));
    results.push({ ...tally, name: suite.name, seconds });
  }
  return results;
}

export function describe({ name, passed, failed, seconds }: Result): string {
  const counts = `${String(passed).padStart(4)} passed ${String(failed).padStart(3)} failed`;
  return `${failed === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(16)} ${counts} ${seconds.toFixed(0).padStart(5)} s`;
}
