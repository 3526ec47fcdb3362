import { expect, it } from 'vitest';
import { READERS, sum, tallyOf } from '../../../../tools/suites/tally.ts';

it('counts the tests of Vitest and names those that failed, and a file that could not be loaded as a failure', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    numFailedTestSuites: 1,
    testResults: [
      {
        name: '/site/tests/unit/a.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'adds', status: 'failed' },
          { fullName: 'takes away', status: 'passed' },
        ],
      },
    ],
  };
  expect(READERS.vitest(JSON.stringify(report))).toEqual({
    passed: 7,
    failed: 1,
    failures: ['a.test.ts: adds'],
  });
  const unloaded = { name: '/site/tests/unit/b.test.ts', status: 'failed', assertionResults: [] };
  const broken = { ...report, numFailedTests: 0, numFailedTestSuites: 2, testResults: [unloaded] };
  expect(READERS.vitest(JSON.stringify(broken))).toEqual({ passed: 7, failed: 1, failures: ['b.test.ts'] });
  const well = { ...report, numFailedTests: 0, numFailedTestSuites: 0, testResults: [] };
  expect(READERS.vitest(JSON.stringify(well))).toEqual({ passed: 7, failed: 0, failures: [] });
});

it('counts a flaky test of Playwright as a failure, and names it', () => {
  const spec = { title: 'opens', ok: false, file: 'page.spec.ts' };
  const suites = [{ specs: [{ ...spec, ok: true }], suites: [{ specs: [spec] }] }];
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [], suites };
  expect(READERS.playwright(JSON.stringify(report))).toEqual({
    passed: 5,
    failed: 2,
    failures: ['page.spec.ts: opens'],
  });
});

it('counts in a JUnit report neither failures nor skipped tests as passed', () => {
  const report =
    '<testcase name="a"/><testcase name="b"><failure/></testcase><testcase name="c"><skipped/></testcase>';
  expect(READERS.junit(report)).toEqual({ passed: 1, failed: 1, failures: ['b'] });
});

it('keeps the names of what failed when several are added up', () => {
  const both = [{ passed: 1, failed: 1, failures: ['b'] }, tallyOf(0)];
  expect(sum(both)).toEqual({ passed: 2, failed: 1, failures: ['b'] });
});

it('never takes a command for passed that failed, or that ran nothing', () => {
  const report = { path: 'no/such/report.xml', format: 'junit' } as const;
  expect(tallyOf(0)).toEqual({ passed: 1, failed: 0 });
  expect(tallyOf(1)).toEqual({ passed: 0, failed: 1 });
  expect(tallyOf(0, report)).toEqual({ passed: 0, failed: 1 });
});
