import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';

/** `failures` names those that failed, as far as a report does. */
export type Tally = { passed: number; failed: number; failures?: readonly string[] };

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    failures: tallies.flatMap(({ failures = [] }) => failures),
  };
}

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});
type PlaywrightSuite = {
  suites?: PlaywrightSuite[] | undefined;
  specs: { title: string; ok: boolean; file: string }[];
};
const PlaywrightSuites: z.ZodType<PlaywrightSuite> = z.object({
  specs: z.array(z.object({ title: z.string(), ok: z.boolean(), file: z.string() })),
  get suites() {
    return z.array(PlaywrightSuites).optional();
  },
});
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
  suites: z.array(PlaywrightSuites),
});

/** Readers of the reports that the test runners leave behind. A file that could not be loaded counts as a failure. */
export const READERS = {
  vitest: (text: string): Tally => {
    const report = VitestReport.parse(JSON.parse(text));
    const failed = report.numFailedTests || Math.min(report.numFailedTestSuites, 1);
    const failures = report.testResults
      .filter(({ status }) => status === 'failed')
      .flatMap(({ name, assertionResults }) => {
        const tests = assertionResults.filter((test) => test.status === 'failed');
        return tests.length > 0
          ? tests.map(({ fullName }) => `${basename(name)}: ${fullName}`)
          : [basename(name)];
      });
    return { passed: report.numPassedTests, failed, failures };
  },
  playwright: (text: string): Tally => {
    const { stats, errors, suites } = PlaywrightReport.parse(JSON.parse(text));
    const failed = stats.unexpected + stats.flaky + errors.length;
    return { passed: stats.expected, failed, failures: suites.flatMap(failuresOf) };
  },
  junit: (text: string): Tally => {
    const cases = text.split('<testcase').slice(1);
    const failed = cases.filter((testcase) => /<(failure|error)\b/.test(testcase));
    const skipped = cases.filter((testcase) => testcase.includes('<skipped')).length;
    const failures = failed.map((testcase) => / name="([^"]*)"/.exec(testcase)?.[1] ?? 'a test');
    return { passed: cases.length - failed.length - skipped, failed: failed.length, failures };
  },
} as const;

function failuresOf({ specs, suites = [] }: PlaywrightSuite): string[] {
  const here = specs.filter(({ ok }) => !ok).map(({ file, title }) => `${basename(file)}: ${title}`);
  return [...here, ...suites.flatMap(failuresOf)];
}

/** What a suite came to: its report where there is one, and never a pass when its command failed or nothing ran. */
export function tallyOf(code: number, report?: { path: string; format: keyof typeof READERS }): Tally {
  if (report === undefined) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const tally = existsSync(report.path)
    ? READERS[report.format](readFileSync(report.path, 'utf8'))
    : { passed: 0, failed: 0 };
  const vain = code !== 0 || tally.passed === 0;
  return vain && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/**
 * What failed, and the closing line; or, where a larger run adds several up, lines in its file. `before`: how many of those that passed
 * were not run again, as nothing that they read has changed.
 */
export function close(tally: Tally, before = 0): void {
  const { LEAKLAB_TALLY } = process.env;
  const earlier = before === 0 ? '' : ` (${before} of the passed earlier, on the same files)`;
  const failures = (tally.failures ?? []).map((name) => `failed: ${name}\n`).join('');
  if (LEAKLAB_TALLY === undefined)
    console.log(`\n${failures}${tally.passed} passed, ${tally.failed} failed${earlier}`);
  else appendFileSync(LEAKLAB_TALLY, `${failures}${tally.passed} ${tally.failed}\n`);
  process.exitCode = tally.failed === 0 ? 0 : 1;
}
