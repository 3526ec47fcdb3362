import { join, resolve } from 'node:path';
import { OUR_FAILURE } from '../sandbox/judgement.ts';
import { SANDBOXES, sandboxIds } from '../sandbox/sandbox-folder.ts';

/** npm changes to the project's own folder, and says where it was called. */
export function atCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** The folder of a sandbox that is named by its id, or by a path. */
export async function sandboxAt(name: string): Promise<string> {
  return (await sandboxIds()).includes(name) ? join(SANDBOXES, name) : atCaller(name);
}

/** Says that a command failed by our own fault, in the error's first words: out of Pyodide comes the whole of its source. */
export function ourFailure(command: string): (error: unknown) => number {
  return (error) => {
    const words = error instanceof Error ? error.message : String(error);
    console.error(`The ${command} itself failed: ${words.slice(0, 2000)}`);
    return OUR_FAILURE;
  };
}
