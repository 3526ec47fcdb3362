const CODE = '#code=';
const PROGRAM = '#program=';
const PATH = '#path=';

/** The code that an address carries in its fragment, still packed; null where it carries none. */
export function codeIn(hash: string): string | null {
  return after(CODE, hash);
}

/** The same of a whole program with its settings. */
export function programIn(hash: string): string | null {
  return after(PROGRAM, hash);
}

/** The same of the file of a path. */
export function pathIn(hash: string): string | null {
  return after(PATH, hash);
}

/** The fragment that carries packed code. A browser sends it to no server. */
export function fragmentOf(packed: string): string {
  return CODE + packed;
}

export function fragmentOfProgram(packed: string): string {
  return PROGRAM + packed;
}

export function fragmentOfPath(packed: string): string {
  return PATH + packed;
}

function after(mark: string, hash: string): string | null {
  return hash.startsWith(mark) ? hash.slice(mark.length) : null;
}
