/** What the program may use; Python gets a MemoryError beyond it. */
export const MEMORY_LIMIT_BYTES = 256 * 2 ** 20;

/** A run that has made no progress for so long is stopped: no phase, no read. Output is not progress. */
export const TIME_LIMIT_SECONDS = 60;

/** An interpreter that is not there after so long will not come: a cold start on a slow phone takes half a minute. */
export const START_LIMIT_SECONDS = 180;

/** A download of which no byte has come for so long is given up; the next one begins anew. */
export const STALL_LIMIT_SECONDS = 20;

/** A frame that has not said a word after so long is forbidden by somebody. Its script is small, and comes with it. */
export const ANSWER_LIMIT_SECONDS = 10;

/** A question of the editor that has no answer by then has none. */
export const ANSWER_TIME_LIMIT_SECONDS = 20;

/** The longest signal, in characters. The judge's own are far below: an explanation has about 20,000. */
export const SIGNAL_CHARACTERS = 2 ** 19;
