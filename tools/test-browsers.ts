import { join } from 'node:path';
import { SITE } from './setup.ts';
import { ROOT, carryOut, explain } from './stage.ts';
import { describe, runLane } from './suites.ts';
import { close, sum } from './tally.ts';

const report = join(ROOT, 'test-results', 'browsers.xml');

try {
  await carryOut(SITE);
  const results = await runLane([
    {
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
    },
  ]);
  console.log(results.map(describe).join('\n'));
  close(sum(results));
} catch (error) {
  explain(error);
  close({ passed: 0, failed: 1 });
}
