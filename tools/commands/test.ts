import { carryOut, explain } from '../build/stage.ts';
import { USAGE } from '../sandbox/judgement.ts';
import { twoAtATime } from '../sandbox/two-at-a-time.ts';
import { describe, runChanged, runSuite, type Result } from '../suites/run-suites.ts';
import { GROUPS, type Suite } from '../suites/suites.ts';
import { close, sum } from '../suites/tally.ts';

/** `npm test`: everything that must hold. Two groups at a time, for two cores. */
async function testAll(): Promise<Result[]> {
  const groups: (readonly Suite[])[] = Object.values(GROUPS);
  await carryOut([...new Set(groups.flat().flatMap(({ needs }) => needs))]);
  const turn = twoAtATime();
  const results = await Promise.all(groups.map((suites) => turn(() => runChanged(suites))));
  return results.flat();
}

/** `npm run test:<name>`: one group of suites, whether it changed or not; or the tests named, by its first runner. */
async function testGroup(suites: readonly Suite[], args: readonly string[]): Promise<Result[]> {
  await carryOut([...new Set(suites.flatMap(({ needs }) => needs))]);
  const results: Result[] = [];
  const chosen = args.length > 0 ? suites.slice(0, 1) : suites;
  for (const suite of chosen) results.push(await runSuite(suite, args, process.stdout));
  return results;
}

const [name, ...args] = process.argv.slice(2);
const group = Object.entries(GROUPS).find(([known]) => known === name)?.[1];
if (name !== undefined && group === undefined) {
  console.error(`There are no tests ${name}; there are ${Object.keys(GROUPS).join(', ')}.`);
  process.exit(USAGE);
}
try {
  const results = await (group === undefined ? testAll() : testGroup(group, args));
  if (results.length > 1) console.log(`\n${results.map(describe).join('\n')}`);
  close(
    sum(results),
    results.reduce((all, { before }) => all + before, 0),
  );
} catch (error) {
  explain(error);
  close({ passed: 0, failed: 1 });
}
