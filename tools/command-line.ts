import { resolve } from 'node:path';

/** npm changes to the project's own folder, and says where it was called. */
export function atCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
