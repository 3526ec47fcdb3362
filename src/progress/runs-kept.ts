/** How many runs of one lesson or sandbox are kept. */
export const RUNS_KEPT = 20;
