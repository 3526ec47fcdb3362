import { flushSync, hydrate } from 'svelte';
import type { Stage } from '../../progress/reached.ts';
import { Bench } from '../bench.svelte.ts';
import { Own, type OwnTerms } from '../session/own.svelte.ts';
import type { SwitchingClient } from '../session/switching-client.ts';
import Workbench from '../Workbench.svelte';
import type { BenchProps } from './hydrate-on-use.ts';

export type OwnBenchProps = BenchProps & { terms: OwnTerms };

/** Makes the static workbench of an own program work; it reaches no stages. */
export function hydrateOwn(
  target: HTMLElement,
  { terms, ...props }: OwnBenchProps,
  client: SwitchingClient,
): (stage: Stage) => void {
  const own = new Own(terms, client.use);
  const bench = new Bench({ ...props, own, openClient: client.open });
  hydrate(Workbench, { target, props: { bench } });
  flushSync();
  void import('../../offline/register.ts').then(({ keepVisited }) => keepVisited());
  return (stage) => bench.reach(stage);
}
