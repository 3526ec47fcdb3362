import { flushSync, hydrate } from 'svelte';
import type { Stage } from '../../progress/reached.ts';
import { Bench } from '../bench.svelte.ts';
import type { OpenClient } from '../session/client.ts';
import Workbench from '../Workbench.svelte';
import type { BenchProps } from './hydrate-on-use.ts';

/** Makes the static workbench work. The function that it gives tells it of stages reached by reading. */
export function hydrateWorkbench(
  target: HTMLElement,
  props: BenchProps,
  openClient: OpenClient,
): (stage: Stage) => void {
  const bench = new Bench({ ...props, openClient });
  hydrate(Workbench, { target, props: { bench } });
  flushSync();
  void import('../../offline/register.ts').then(({ keepVisited }) => keepVisited());
  return (stage) => bench.reach(stage);
}
