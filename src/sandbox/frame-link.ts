import type { FromFrame, FromWorker, ToFrame, ToWorker } from './wire.ts';

/** A worker in the frame. `onFailure` is told of a worker that could not start or ended by itself. */
export type Link = {
  send(message: ToWorker, transfer?: Transferable[]): void;
  terminate(): void;
};

export type Frame = {
  spawn(onMessage: (message: FromWorker) => void, onFailure: (reason: string) => void): Link;
  remove(): void;
};

type Contents = { frame: string; worker: string; wasm: ArrayBuffer };

/**
 * Puts an opaque frame into the page. It comes as text, verified like every file; its own origin, which is nobody's,
 * keeps whatever runs in it from the page, its storage and its cookies.
 */
export async function openFrame({ frame, worker, wasm }: Contents, limitSeconds: number): Promise<Frame> {
  const element = document.createElement('iframe');
  element.setAttribute('sandbox', 'allow-scripts');
  element.hidden = true;
  element.title = 'Python';
  element.srcdoc = frame;
  const { port1: port, port2 } = new MessageChannel();
  const failures = new Map<number, (reason: string) => void>();
  const send = (message: ToFrame, transfer: Transferable[] = []) => port.postMessage(message, transfer);
  const loaded = Promise.withResolvers<null>();
  const late = () => loaded.reject(new Error('The frame that Python runs in did not start.'));
  const timer = setTimeout(late, limitSeconds * 1000);
  port.onmessage = ({ data }: MessageEvent<FromFrame>) => {
    switch (data.kind) {
      case 'loaded':
        loaded.resolve(null);
        return;
      case 'failed':
        loaded.reject(new Error(`This browser could not compile Python: ${data.reason}`));
        return;
      case 'worker-failed':
        failures.get(data.id)?.(data.reason);
        return;
      default:
        data satisfies never;
    }
  };
  element.onload = () => {
    element.onload = null;
    element.contentWindow?.postMessage({}, '*', [port2]);
    send({ kind: 'load', wasm, worker }, [wasm]);
  };
  document.body.append(element);
  let lastId = 0;

  function spawn(onMessage: (message: FromWorker) => void, onFailure: (reason: string) => void): Link {
    const id = ++lastId;
    const { port1: own, port2: theirs } = new MessageChannel();
    failures.set(id, onFailure);
    own.onmessage = ({ data }: MessageEvent<FromWorker>) => onMessage(data);
    send({ kind: 'spawn', id }, [theirs]);
    return {
      send: (message, transfer = []) => own.postMessage(message, transfer),
      terminate() {
        failures.delete(id);
        own.close();
        send({ kind: 'terminate', id });
      },
    };
  }

  try {
    await loaded.promise;
  } catch (error) {
    element.remove();
    throw error;
  } finally {
    clearTimeout(timer);
  }
  return { spawn, remove: () => element.remove() };
}
