import { spawn } from 'node:child_process';
import { ROOT } from './stage.ts';

export type Ran = { code: number; output: string };

/** Runs a command in the project's folder and gathers what it wrote, both streams in the order they came. */
export function run(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
  show?: NodeJS.WriteStream,
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const gather = (chunk: Buffer) => {
      output += chunk.toString();
      show?.write(chunk);
    };
    child.stdout.on('data', gather);
    child.stderr.on('data', gather);
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The same for work that must succeed: a failure is one sentence with the command's last words. */
export async function runOrThrow(
  what: string,
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<string> {
  const { code, output } = await run(command, args, env);
  if (code !== 0) throw new Error(`${what} failed:\n${output.trim().split('\n').slice(-40).join('\n')}`);
  return output;
}
