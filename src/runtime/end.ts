import type { Command, Ended } from './protocol.ts';

/** What an interpreter came to that did not live to send its last signal, as JSON; the page has the words. */
export function describeEnd(error: unknown, command: string, limitReached: boolean): string {
  const { runId } = JSON.parse(command) as Command;
  const name = error instanceof Error ? error.name : '';
  const text = String(error instanceof Error ? error.message : error);
  const ended: Ended = {
    kind: 'ended',
    runId,
    by: endOf(name, text, limitReached),
    error: text.trim().split('\n').at(-1)?.slice(0, 300) ?? '',
  };
  return JSON.stringify(ended);
}

function endOf(name: string, text: string, limitReached: boolean): Ended['by'] {
  if (/MemoryError|out of memory|OOM/i.test(text) || (limitReached && name === 'RuntimeError'))
    return 'outOfMemory';
  if (name === 'Exit' || name === 'ExitStatus') return 'exit';
  return /call stack/i.test(text) ? 'callStack' : 'broken';
}
