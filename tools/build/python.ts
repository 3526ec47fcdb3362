import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findPython } from '../python.mjs';

const run = promisify(execFile);
const quiet = { PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_NO_INPUT: '1', PIP_ROOT_USER_ACTION: 'ignore' };

/** Runs Python and returns what it printed. A failure carries the line in which it says what is wrong. */
export async function python(args: string[], env: Record<string, string> = {}): Promise<string> {
  const found = findPython();
  if (found.kind === 'missing') throw new Error(found.reason);
  try {
    const options = { env: { ...process.env, ...quiet, ...env }, maxBuffer: 64 * 2 ** 20 };
    return (await run(found.command, args, options)).stdout;
  } catch (error) {
    throw new Error(complaint(error), { cause: error });
  }
}

function complaint(error: unknown): string {
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const line =
    lines.findLast((text) => text.startsWith('ERROR')) ?? lines.at(-1) ?? 'it ended without a word.';
  return `Python said: ${line.replace('ERROR: ', '')}`;
}
