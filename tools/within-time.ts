import type { Execute } from '../src/sandbox/judge.ts';
import { TIME_LIMIT_SECONDS } from '../src/sandbox/limits.ts';
import type { Outcome } from '../src/sandbox/protocol.ts';

/** Gives up on a command that makes no progress, by the same rule as the page. What it started may go on. */
export function withinTime(execute: Execute, seconds: number = TIME_LIMIT_SECONDS): Execute {
  return async (body, on) => {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const giveUp = () => resolve({ kind: 'timed-out', seconds });
    let timer = setTimeout(giveUp, seconds * 1000);
    const carriedOut = execute(body, (signal) => {
      if (signal.kind === 'phase' || signal.kind === 'read') {
        clearTimeout(timer);
        timer = setTimeout(giveUp, seconds * 1000);
      }
      on(signal);
    });
    return Promise.race([carriedOut, promise]).finally(() => clearTimeout(timer));
  };
}
