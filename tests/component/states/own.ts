import { EXAMPLE } from '../../../src/own/example.ts';
import { Bench } from '../../../src/workbench/bench.svelte.ts';
import { ownExercise } from '../../../src/workbench/session/own-exercise.ts';
import { Own, type OwnTerms } from '../../../src/workbench/session/own.svelte.ts';
import { bounded } from './outcomes.ts';
import { scriptedClient, type Script } from './scripted-client.ts';

export const TERMS: OwnTerms = {
  stacks: [
    { title: 'Standard library alone', packages: [], preload: [] },
    { title: 'flask 3.1.3', packages: ['flask'], preload: ['flask'] },
  ],
  known: ['flask', 'objgraph'],
  limitBytes: 2 ** 28,
};

/** The bench of an own program, as on its page; `stacks` are those that Python was to be loaded with. */
export function ownBench(script: Script = { outcome: bounded }) {
  const { client, asked } = scriptedClient(script);
  const stacks: (readonly string[])[] = [];
  const own = new Own(TERMS, ({ packages }) => stacks.push(packages));
  const bench = new Bench({
    exercise: ownExercise(EXAMPLE, TERMS.stacks, TERMS.limitBytes),
    lesson: null,
    base: '/',
    own,
    openClient: async () => client,
  });
  return { own, bench, asked, stacks };
}
