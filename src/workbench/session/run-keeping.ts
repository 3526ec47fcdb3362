import type { KeptRun, RunStore } from '../../progress/run-store.ts';
import { RUNS_KEPT } from '../../progress/runs-kept.ts';
import type { Run } from './run.svelte.ts';

/** Runs of earlier visits. A browser that keeps none loses nothing but them, so trouble is nobody's news. */
export type RunKeeping = {
  restore(): Promise<KeptRun[]>;
  keep(run: Run): Promise<void>;
};

/** The database is opened once there is somebody at the bench. */
export function keepRuns(slug: string, open: () => Promise<RunStore> = openKeptRuns): RunKeeping {
  let store: Promise<RunStore> | null = null;
  const opened = () => (store ??= open());
  return {
    restore: async () => {
      try {
        return await (await opened()).list(slug);
      } catch {
        return [];
      }
    },
    keep: async (run) => {
      const kept = run.kept(slug);
      if (!kept) return;
      try {
        await (await opened()).keep(kept, RUNS_KEPT);
      } catch {
        return;
      }
    },
  };
}

async function openKeptRuns(): Promise<RunStore> {
  return (await import('../../progress/run-store.ts')).openRunStore();
}
