import readme from './takehome.txt?raw';

/** What lies in the zip beside the program. */
export const words = { readme };
