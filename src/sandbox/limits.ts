/** What the program may use; Python gets a MemoryError beyond it. */
export const MEMORY_LIMIT_BYTES = 256 * 2 ** 20;

/** A run that has made no progress for so long is stopped: no phase, no read. Output is not progress. */
export const TIME_LIMIT_SECONDS = 60;

/** An interpreter that is not there after so long will not come: a cold start on a slow phone takes half a minute. */
export const START_LIMIT_SECONDS = 180;
