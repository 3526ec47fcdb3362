import { spawn, spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Execute } from '../../src/runtime/judge.ts';
import { TIME_LIMIT_SECONDS } from '../../src/runtime/limits.ts';
import { executeAfresh, openInterpreter, type Channel } from '../../src/runtime/runner.ts';
import { findPython } from '../python.mjs';
import { ROOT } from '../build/stage.ts';

/** The judge on this machine's own Python: each command in a fresh process, with the packages of the tests. */
export function openNative(limitSeconds: number = TIME_LIMIT_SECONDS): Execute {
  const python = command();
  return executeAfresh(() => openInterpreter(async () => openProcess(python), limitSeconds));
}

/** Of this machine's own Python: `3.11`. */
export function nativeVersion(): string {
  const told = spawnSync(command(), ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])']);
  return told.stdout.toString().trim();
}

function command(): string {
  const python = findPython();
  if (python.kind === 'missing') throw new Error(python.reason);
  return python.command;
}

/** A process that carries out one command. */
function openProcess(python: string): Channel {
  const PYTHONPATH = [join(ROOT, '.python'), join(ROOT, 'src')].join(delimiter);
  const child = spawn(python, ['-m', 'leaklab', 'carry-out'], {
    env: { ...process.env, PYTHONPATH },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const { promise: failed, resolve } = Promise.withResolvers<string>();
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint = `${complaint}${chunk.toString()}`.slice(-2000)));
  // A process that cannot take its command says why when it closes.
  child.stdin.on('error', () => undefined);
  child.on('error', (error) => resolve(error.message));
  child.on('close', () => resolve(`The native judge gave no verdict. ${complaint.trim()}`));
  return {
    post: (command) => child.stdin.end(command),
    on: (listener) => void createInterface({ input: child.stdout }).on('line', listener),
    failed,
    // Python ends what it has started when it is interrupted.
    end: () => void child.kill('SIGINT'),
  };
}
