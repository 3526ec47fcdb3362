import type { Command, Signal } from './protocol.ts';

/** The last signal of an interpreter that did not live to send its own, as JSON. */
export function describeEnd(error: unknown, command: string, limitReached: boolean): string {
  const { runId } = JSON.parse(command) as Command;
  const name = error instanceof Error ? error.name : '';
  const text = String(error instanceof Error ? error.message : error);
  const outOfMemory =
    /MemoryError|out of memory|OOM/i.test(text) || (limitReached && name === 'RuntimeError');
  const signal: Signal = outOfMemory
    ? {
        kind: 'fault',
        runId,
        fault: 'out-of-memory',
        message: 'The interpreter ran out of memory and ended.',
      }
    : { kind: 'fault', runId, fault: 'died', message: sentence(name, text) };
  return JSON.stringify(signal);
}

function sentence(name: string, text: string): string {
  if (name === 'Exit' || name === 'ExitStatus') return 'The program ended the interpreter (os._exit).';
  if (/call stack/i.test(text))
    return 'The program went too deep for the interpreter: the call stack overflowed.';
  const reason = text.trim().split('\n').at(-1)?.slice(0, 300);
  return `The program brought the interpreter itself down (${reason ?? 'it gave no reason'}).`;
}
