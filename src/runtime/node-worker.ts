import { parentPort, workerData } from 'node:worker_threads';
import { boot, type Parts, type Start } from './interpreter.ts';

/** What a thread makes its interpreter of. */
export type ThreadData = { parts: Parts; start: Start; limitBytes: number };

/** What it says: a snapshot after a cold start, then signals or answers as JSON. It is sent commands or questions. */
export type FromThread =
  { kind: 'snapshot'; bytes: Uint8Array<ArrayBuffer> } | { kind: 'signal'; text: string };

const { parts, start, limitBytes } = workerData as ThreadData;
const send = (message: FromThread) => parentPort?.postMessage(message);
const interpreter = await boot(parts, start, limitBytes);

if (start.kind === 'cold' && !parts.language) send({ kind: 'snapshot', bytes: interpreter.snapshot() });
parentPort?.on('message', (command: string) =>
  interpreter.carryOut(command, (text) => send({ kind: 'signal', text })),
);
