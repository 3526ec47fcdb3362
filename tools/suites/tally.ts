import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export type Tally = { passed: number; failed: number };

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
});
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

/** Readers of the reports that the test runners leave behind. A file that could not be loaded counts as a failure. */
export const READERS = {
  vitest: (text: string): Tally => {
    const report = VitestReport.parse(JSON.parse(text));
    const failed = report.numFailedTests || Math.min(report.numFailedTestSuites, 1);
    return { passed: report.numPassedTests, failed };
  },
  playwright: (text: string): Tally => {
    const { stats, errors } = PlaywrightReport.parse(JSON.parse(text));
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
  },
  junit: (text: string): Tally => {
    const cases = text.split('<testcase').slice(1);
    const failed = cases.filter((testcase) => /<(failure|error)\b/.test(testcase)).length;
    const skipped = cases.filter((testcase) => testcase.includes('<skipped')).length;
    return { passed: cases.length - failed - skipped, failed };
  },
} as const;

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
 * The closing line; or, where a larger run adds several up, a line in its file. `before`: how many of those that passed
 * were not run again, as nothing that they read has changed.
 */
export function close(tally: Tally, before = 0): void {
  const { LEAKLAB_TALLY } = process.env;
  const earlier = before === 0 ? '' : ` (${before} of the passed earlier, on the same files)`;
  if (LEAKLAB_TALLY === undefined) console.log(`\n${tally.passed} passed, ${tally.failed} failed${earlier}`);
  else appendFileSync(LEAKLAB_TALLY, `${tally.passed} ${tally.failed}\n`);
  process.exitCode = tally.failed === 0 ? 0 : 1;
}
