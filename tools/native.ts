import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Execute } from '../src/sandbox/judge.ts';
import { followOutcome } from '../src/sandbox/outcome.ts';
import { readSignal } from '../src/sandbox/signal.ts';
import { findPython } from './python.mjs';
import { ROOT } from './stage.ts';

/** The judge on this machine's own Python: each command in a fresh process, with the packages of the tests. */
export function openNative(): Execute {
  const python = findPython();
  if (python.kind === 'missing') throw new Error(python.reason);
  const PYTHONPATH = [join(ROOT, '.python'), join(ROOT, 'src')].join(delimiter);
  return (body, on) => {
    const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<Execute>>>();
    const child = spawn(python.command, [join(ROOT, 'tools', 'carry_out.py')], {
      env: { ...process.env, PYTHONPATH },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const follow = followOutcome();
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint = `${complaint}${chunk.toString()}`.slice(-2000)));
    child.on('error', reject);
    child.on('close', () => reject(new Error(`The native judge gave no verdict. ${complaint.trim()}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const signal = readSignal(line);
      if (!signal) return reject(new Error(`This is no signal: ${line.slice(0, 500)}`));
      on(signal);
      const outcome = follow(signal);
      if (outcome) resolve(outcome);
    });
    child.stdin.end(JSON.stringify({ ...body, runId: 0 }));
    return promise;
  };
}
