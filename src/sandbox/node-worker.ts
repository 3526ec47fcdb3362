import { parentPort, workerData } from 'node:worker_threads';
import { describeEnd } from './end.ts';
import { boot, type Parts, type Start } from './interpreter.ts';
import { limitMemory } from './memory.ts';

/** What a thread is given: an interpreter to start and, unless it only makes a snapshot, a command. */
export type Task = { parts: Parts; start: Start; limitBytes: number; command: string | null };

/** What it says: the snapshot that was asked for, or signals as JSON. */
export type Said = { kind: 'snapshot'; bytes: Uint8Array<ArrayBuffer> } | { kind: 'signal'; text: string };

const { parts, start, limitBytes, command } = workerData as Task;
const say = (said: Said) => parentPort?.postMessage(said);
const memory = limitMemory(limitBytes);
const interpreter = await boot(parts, start);

if (command === null) {
  say({ kind: 'snapshot', bytes: interpreter.snapshot() });
} else {
  const emit = (text: string) => say({ kind: 'signal', text });
  try {
    interpreter.perform(command, emit);
  } catch (error) {
    emit(describeEnd(error, command, memory.wasReached()));
  }
}
