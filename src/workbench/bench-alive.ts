import { flushSync, hydrate } from 'svelte';
import type { Stage } from '../progress/reached.ts';
import type { BenchProps } from './wake.ts';
import Workbench from './Workbench.svelte';

/** Makes the static workbench work. `reads` tells it of stages reached by reading. */
export function bringAlive(target: HTMLElement, props: BenchProps): (stage: Stage) => void {
  const bench = hydrate(Workbench, { target, props }) as { read: (stage: Stage) => void };
  flushSync();
  return bench.read;
}
