import { join } from 'node:path';
import { FIXTURE_SITE, RUNTIME } from '../build/setup.ts';
import { ROOT, carryOut, explain } from '../build/stage.ts';
import { runSuite } from '../suites/run-suites.ts';
import { close } from '../suites/tally.ts';

const report = join(ROOT, 'test-results', 'browsers.xml');
const needs = [...RUNTIME, FIXTURE_SITE];

try {
  await carryOut(needs);
  const result = await runSuite({
    name: 'browsers',
    command: process.execPath,
    // One engine after the other: each drives a whole browser.
    args: [
      '--test',
      '--test-concurrency=1',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=junit',
      `--test-reporter-destination=${report}`,
      'tests/browsers/engines.test.ts',
    ],
    report: { path: report, format: 'junit' },
    needs,
    unaffectedBy: [],
  });
  close(result);
} catch (error) {
  explain(error);
  close({ passed: 0, failed: 1 });
}
