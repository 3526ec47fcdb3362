import type { FromFrame, ToFrame } from './wire.ts';

/**
 * The script of the opaque frame: it compiles the interpreter once and starts and ends workers. Its policy leaves it,
 * and every worker under it, no network.
 */
onmessage = ({ source, ports }) => {
  const [port] = ports;
  if (source !== parent || !port) return;
  onmessage = null;
  const send = (message: FromFrame) => port.postMessage(message);
  const workers = new Map<number, Worker>();
  let loaded: { wasm: WebAssembly.Module; url: string } | null = null;
  // To start a worker takes a quarter of a boot: an empty one waits for the next.
  let empty: Worker | null = null;

  // A module worker from a `blob:` URL fails in an opaque origin; from a `data:` URL it runs in every engine.
  async function load(wasm: ArrayBuffer, worker: string): Promise<void> {
    const url = `data:text/javascript;charset=utf-8,${encodeURIComponent(worker)}`;
    empty = startEmpty(url);
    loaded = { wasm: await WebAssembly.compile(wasm), url };
    send({ kind: 'loaded' });
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
      send({ kind: 'worker-failed', id, reason: event.message || 'The worker could not start.' });
    };
    worker.postMessage({ wasm: loaded.wasm }, [workerPort]);
  }

  port.onmessage = ({ data, ports: [workerPort] }: MessageEvent<ToFrame>) => {
    switch (data.kind) {
      case 'load':
        load(data.wasm, data.worker).catch((error: unknown) =>
          send({ kind: 'failed', reason: String(error) }),
        );
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
