import { Signal } from './protocol.ts';

/** The signal that a worker sent, or null: learner code can send anything. */
export function readSignal(text: string): Signal | null {
  try {
    return Signal.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
