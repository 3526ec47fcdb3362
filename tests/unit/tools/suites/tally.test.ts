import { expect, it } from 'vitest';
import { READERS, tallyOf } from '../../../../tools/suites/tally.ts';

it('counts the tests of Vitest, and a file that could not be loaded as a failure', () => {
  const report = { numPassedTests: 7, numFailedTests: 0, numFailedTestSuites: 2 };
  expect(READERS.vitest(JSON.stringify(report))).toEqual({ passed: 7, failed: 1 });
  expect(READERS.vitest(JSON.stringify({ ...report, numFailedTestSuites: 0 }))).toEqual({
    passed: 7,
    failed: 0,
  });
});

it('counts a flaky test of Playwright as a failure', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [] };
  expect(READERS.playwright(JSON.stringify(report))).toEqual({ passed: 5, failed: 2 });
});

it('counts in a JUnit report neither failures nor skipped tests as passed', () => {
  const report = '<testcase a/><testcase><failure/></testcase><testcase><skipped/></testcase>';
  expect(READERS.junit(report)).toEqual({ passed: 1, failed: 1 });
});

it('never takes a command for passed that failed, or that ran nothing', () => {
  const report = { path: 'no/such/report.xml', format: 'junit' } as const;
  expect(tallyOf(0)).toEqual({ passed: 1, failed: 0 });
  expect(tallyOf(1)).toEqual({ passed: 0, failed: 1 });
  expect(tallyOf(0, report)).toEqual({ passed: 0, failed: 1 });
});
