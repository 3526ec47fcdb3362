import { TEST_PACKAGES } from './setup.ts';
import { carryOut, explain } from './stage.ts';
import { LINT, runLane } from './suites.ts';
import { close, sum } from './tally.ts';

try {
  await carryOut([TEST_PACKAGES]);
  close(sum(await runLane(LINT)));
} catch (error) {
  explain(error);
}
