import { boot, type Interpreter } from './interpreter.ts';
import { SIGNAL_CHARACTERS } from './limits.ts';
import type { Archive, Birth, FromWorker, ToWorker } from './wire.ts';

/**
 * The worker in the frame: one interpreter, from its boot until it is terminated. It has no network and no way out but
 * the port, which stays in this closure, out of Python's reach.
 */
const ASSETS = 'https://assets.invalid/';

// The frame waits for a first word; nothing else is said this way.
self.postMessage('here');

self.onmessage = ({ data, ports }: MessageEvent<Birth>) => {
  const [port] = ports;
  if (!port) return;
  self.onmessage = null;
  const post = port.postMessage.bind(port);
  const send = (message: FromWorker, transfer: Transferable[] = []) => post(message, transfer);
  let interpreter: Interpreter | null = null;

  async function start(order: Extract<ToWorker, { kind: 'boot' }>): Promise<void> {
    serve(order.stdlib);
    const viewed = ({ name, bytes }: Archive) => ({ name, bytes: new Uint8Array(bytes) });
    const [archives, tools] = [order.archives.map(viewed), order.tools.map(viewed)];
    const language = order.language && new Uint8Array(order.language);
    const { wasm, libraries } = data;
    const parts = { folder: ASSETS, wasm, lock: order.lock, archives, libraries, tools, language };
    if (order.snapshot) {
      const bytes = new Uint8Array(order.snapshot);
      interpreter = await boot(parts, { kind: 'snapshot', bytes }, order.limitBytes);
    } else {
      interpreter = await boot(parts, { kind: 'cold', preload: order.preload }, order.limitBytes);
      if (!language) sendSnapshot(interpreter);
    }
    send({ kind: 'ready' });
  }

  function sendSnapshot(cold: Interpreter): void {
    const { buffer } = cold.snapshot();
    send({ kind: 'snapshot', bytes: buffer }, [buffer]);
  }

  port.onmessage = ({ data: order }: MessageEvent<ToWorker>) => {
    if (order.kind === 'carry-out')
      // A program may find this way out. One character too many tells the page as much as all of them would.
      interpreter?.carryOut(order.command, (text: unknown) =>
        send({ kind: 'signal', text: String(text).slice(0, SIGNAL_CHARACTERS + 1) }),
      );
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
    // eslint-disable-next-line said/by-key -- Nobody hears it: no program reaches what fetches here.
    return Promise.reject(new TypeError('There is no network in the sandbox.'));
  };
}
