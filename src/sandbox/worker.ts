import { boot, type Interpreter } from './interpreter.ts';
import { limitMemory } from './memory.ts';
import { describeEnd } from './end.ts';
import type { Birth, FromWorker, ToWorker } from './wire.ts';

/**
 * The worker in the frame: one interpreter, at most one command. It has no network and no way out but the port,
 * which stays in this closure, out of Python's reach.
 */
const ASSETS = 'https://assets.invalid/';

self.onmessage = ({ data, ports }: MessageEvent<Birth>) => {
  const [port] = ports;
  if (!port) return;
  self.onmessage = null;
  const post = port.postMessage.bind(port);
  const send = (message: FromWorker, transfer: Transferable[] = []) => post(message, transfer);
  let interpreter: Interpreter | null = null;
  let memory = { wasReached: () => false };

  async function start(order: Extract<ToWorker, { kind: 'boot' }>): Promise<void> {
    memory = limitMemory(order.limitBytes);
    serve(order.stdlib);
    const archives = order.archives.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) }));
    const parts = { folder: ASSETS, wasm: data.wasm, lock: order.lock, archives };
    if (order.snapshot) {
      interpreter = await boot(parts, { kind: 'snapshot', bytes: new Uint8Array(order.snapshot) });
    } else {
      interpreter = await boot(parts, { kind: 'cold', preload: order.preload });
      const { buffer } = interpreter.snapshot();
      send({ kind: 'snapshot', bytes: buffer }, [buffer]);
    }
    send({ kind: 'ready' });
  }

  function perform(command: string): void {
    const emit = (text: string) => send({ kind: 'signal', text });
    try {
      interpreter?.perform(command, emit);
    } catch (error) {
      emit(describeEnd(error, command, memory.wasReached()));
    }
  }

  port.onmessage = ({ data: order }: MessageEvent<ToWorker>) => {
    if (order.kind === 'perform') perform(order.command);
    else
      start(order).catch((error: unknown) => send({ kind: 'failed', reason: String(error).slice(0, 2000) }));
  };
};

/** Pyodide fetches two files. One is there, the other is compiled already; anything else does not exist. */
function serve(stdlib: ArrayBuffer): void {
  self.fetch = (input) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url === `${ASSETS}python_stdlib.zip`) return Promise.resolve(new Response(stdlib));
    if (url === `${ASSETS}pyodide.asm.wasm`) return Promise.resolve(new Response());
    return Promise.reject(new TypeError('There is no network in the sandbox.'));
  };
}
