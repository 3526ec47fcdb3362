import { compileLibraries, type Library } from './extensions.ts';
import type { Archive, Birth, FromFrame, ToFrame } from './wire.ts';

/**
 * The script of the opaque frame: it compiles the interpreter once and starts and ends workers. Its policy leaves it,
 * and every worker under it, no network.
 */
onmessage = ({ source, ports }) => {
  const [port] = ports;
  if (source !== parent || !port) return;
  onmessage = null;
  const send = (message: FromFrame) => port.postMessage(message);
  // The word of a policy that forbade it comes first, as it says more.
  const fail = (reason: string) => setTimeout(() => send({ kind: 'failed', reason }));
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
    send({ kind: 'forbidden', directive: effectiveDirective }),
  );
  const workers = new Map<number, Worker>();
  let loaded: { wasm: WebAssembly.Module; libraries: readonly Library[]; url: string } | null = null;
  // To start a worker takes a quarter of a boot: an empty one waits for the next.
  let empty: Worker | null = null;

  let pieces: ReadableStreamDefaultController<Uint8Array> | null = null;
  const wheels = Promise.withResolvers<readonly Archive[]>();

  // A module worker from a `blob:` URL fails in an opaque origin; from a `data:` URL it runs in every engine.
  async function load(worker: string): Promise<void> {
    const url = `data:text/javascript;charset=utf-8,${encodeURIComponent(worker)}`;
    empty = startEmpty(url);
    const wasm = new ReadableStream<Uint8Array>({
      start: (controller) => void (pieces = controller),
      cancel: () => void (pieces = null),
    });
    const response = new Response(wasm, { headers: { 'Content-Type': 'application/wasm' } });
    const [compiled, libraries] = await Promise.all([
      WebAssembly.compileStreaming(response),
      wheels.promise.then((archives) =>
        compileLibraries(archives.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) }))),
      ),
      firstWord(empty),
    ]);
    loaded = { wasm: compiled, libraries, url };
    send({ kind: 'loaded' });
  }

  /** A policy that forbids workers is told here, before one is needed. */
  function firstWord(worker: Worker): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    worker.onmessage = () => {
      worker.onmessage = null;
      resolve(undefined);
    };
    worker.addEventListener('error', () => {
      if (!loaded) fail('');
    });
    return promise;
  }

  function startEmpty(url: string): Worker {
    const worker = new Worker(url, { type: 'module' });
    worker.onerror = (event) => {
      event.preventDefault();
      if (empty === worker) empty = null;
    };
    return worker;
  }

  function spawn(id: number, workerPort: MessagePort | undefined): void {
    if (!loaded || !workerPort) return;
    const worker = empty ?? startEmpty(loaded.url);
    empty = startEmpty(loaded.url);
    workers.set(id, worker);
    worker.onerror = (event) => {
      event.preventDefault();
      send({ kind: 'worker-failed', id, reason: event.message });
    };
    const { wasm, libraries } = loaded;
    worker.postMessage({ wasm, libraries } satisfies Birth, [workerPort]);
  }

  port.onmessage = ({ data, ports: [workerPort] }: MessageEvent<ToFrame>) => {
    switch (data.kind) {
      case 'ask':
        send({ kind: 'alive' });
        return;
      case 'load':
        load(data.worker).catch((error: unknown) => fail(String(error)));
        return;
      case 'piece':
        pieces?.enqueue(data.bytes);
        return;
      case 'whole':
        pieces?.close();
        wheels.resolve(data.wheels);
        return;
      case 'spawn':
        spawn(data.id, workerPort);
        return;
      case 'terminate':
        workers.get(data.id)?.terminate();
        workers.delete(data.id);
        return;
      default:
        data satisfies never;
    }
  };
};
