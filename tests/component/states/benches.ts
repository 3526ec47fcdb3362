import type { KeptRun } from '../../../src/progress/run-store.ts';
import { Bench } from '../../../src/workbench/bench.svelte.ts';
import type { LessonRef } from '../../../src/workbench/exercise.ts';
import { exercise } from './exercise.ts';
import { bounded } from './outcomes.ts';
import { scriptedClient, type Script } from './scripted-client.ts';

/** A bench whose interpreter follows a script; in no lesson unless one is given. `kept` are runs of earlier visits. */
export function benchOf(
  script: Script = { outcome: bounded },
  lesson: LessonRef | null = null,
  kept: KeptRun[] = [],
): Bench {
  const { client } = scriptedClient(script);
  const runKeeping = { restore: async () => kept, keep: async () => undefined };
  return new Bench({ exercise, lesson, base: '/', openClient: async () => client, runKeeping });
}
