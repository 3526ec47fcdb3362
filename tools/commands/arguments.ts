import { join, resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
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

/** The names and options of a command line, or one sentence on what is wrong with them. */
export function parsed<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: T,
  usage: string,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // Node goes on with advice on file names that begin with a dash.
    const [wrong] = (error instanceof Error ? error.message : String(error)).split('. ');
    return `${wrong}. Use it as ${usage}`;
  }
}

/** Says that a command failed by our own fault, in the error's first words: out of Pyodide comes the whole of its source. */
export function ourFailure(command: string): (error: unknown) => number {
  return (error) => {
    const words = error instanceof Error ? error.message : String(error);
    console.error(`The ${command} itself failed: ${words.slice(0, 2000)}`);
    return OUR_FAILURE;
  };
}
