import { words } from '#words/runtime';
import { Ended, Signal } from './protocol.ts';

/** The signal that a worker sent, or null: learner code can send anything. */
export function readSignal(text: string): Signal | null {
  try {
    const sent: unknown = JSON.parse(text);
    const signal = Signal.safeParse(sent).data;
    if (signal) return signal;
    const ended = Ended.safeParse(sent).data;
    return ended ? faultOf(ended) : null;
  } catch {
    return null;
  }
}

function faultOf({ runId, by, error }: Ended): Signal {
  const fault = by === 'outOfMemory' ? 'out-of-memory' : 'died';
  const message = by === 'broken' ? words.ended.broken(error) : words.ended[by];
  return { kind: 'fault', runId, fault, message };
}
