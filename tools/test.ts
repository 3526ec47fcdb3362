import { findChromium } from './browsers.ts';
import { SITE, TEST_PACKAGES, site } from './setup.ts';
import { carryOut, explain } from './stage.ts';
import { CONTRACT, LINT, PYTEST, UNIT, describe, endToEnd, runLane, type Result } from './suites.ts';
import { close, sum } from './tally.ts';

/** The same site for a server that has it in a folder. */
const SUB_PATH = site('/leaklab/', '.cache/sub-path');

async function runAll(): Promise<Result[]> {
  await carryOut([...SITE, SUB_PATH, TEST_PACKAGES]);
  const chromium = await findChromium();
  if (chromium.kind === 'missing') throw new Error(chromium.reason);
  console.log(`Browser: ${chromium.path}\n`);
  // Two lanes, for two cores: what only reads and computes beside what drives a browser.
  const lanes = await Promise.all([
    runLane([...LINT, UNIT, PYTEST]),
    runLane([CONTRACT, endToEnd(chromium.path)]),
  ]);
  return lanes.flat();
}

try {
  const results = await runAll();
  console.log(`\n${results.map(describe).join('\n')}`);
  close(sum(results));
} catch (error) {
  explain(error);
  close({ passed: 0, failed: 1 });
}
