/** What the program may use; Python gets a MemoryError beyond it. */
export const MEMORY_LIMIT_BYTES = 256 * 2 ** 20;

/** A run that has made no progress for so long is stopped: no phase, no read. Output is not progress. */
export const TIME_LIMIT_SECONDS = 60;
