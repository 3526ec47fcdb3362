import { words } from '#words/runtime';
import type { Archive, FromFrame, FromWorker, ToFrame, ToWorker } from './wire.ts';

/** A worker in the frame. `onFailure` is told of a worker that could not start or ended by itself. */
export type FrameWorker = {
  send(message: ToWorker, transfer?: Transferable[]): void;
  terminate(): void;
};

export type FrameClient = {
  spawn(onMessage: (message: FromWorker) => void, onFailure: (reason: string) => void): FrameWorker;
  /** False when it has not answered within the limit: its process, which may be its own, has ended. */
  answers(): Promise<boolean>;
  remove(): void;
};

type Contents = {
  frame: string;
  worker: string;
  wasm: ReadableStream<Uint8Array>;
  wheels: Promise<readonly Archive[]>;
};

/** In seconds: until the frame says its first word, and until it has compiled Python once it has all of it. */
type Limits = { answerSeconds: number; startSeconds: number };

/**
 * Puts an opaque frame into the page. It comes as text, verified like every file; its own origin, which is nobody's,
 * keeps whatever runs in it from the page, its storage and its cookies.
 */
export async function openFrame(
  { frame, worker, wasm, wheels }: Contents,
  { answerSeconds, startSeconds }: Limits,
): Promise<FrameClient> {
  const element = document.createElement('iframe');
  element.setAttribute('sandbox', 'allow-scripts');
  element.hidden = true;
  element.title = 'Python';
  element.srcdoc = frame;
  const { port1: port, port2 } = new MessageChannel();
  const failures = new Map<number, (reason: string) => void>();
  const send = (message: ToFrame, transfer: Transferable[] = []) => port.postMessage(message, transfer);
  const loaded = Promise.withResolvers<null>();
  loaded.promise.catch(() => null);
  const giveUp = (reason: string) => loaded.reject(new Error(reason));
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function pour(pieces: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    for (;;) {
      const { done, value } = await pieces.read();
      if (done) break;
      send({ kind: 'piece', bytes: value });
    }
    send({ kind: 'whole', wheels: await wheels });
    timer = setTimeout(() => giveUp(words.frame.late), startSeconds * 1000);
  }
  let asking: (() => void)[] = [];
  port.onmessage = ({ data }: MessageEvent<FromFrame>) => {
    switch (data.kind) {
      case 'alive':
        for (const answer of asking) answer();
        asking = [];
        return;
      case 'forbidden':
        giveUp(words.frame.forbidden(data.directive));
        return;
      case 'loaded':
        loaded.resolve(null);
        return;
      case 'failed':
        giveUp(words.frame.failed(data.reason || words.frame.worker));
        return;
      case 'worker-failed':
        failures.get(data.id)?.(data.reason || words.frame.worker);
        return;
      default:
        data satisfies never;
    }
  };
  element.onload = () => {
    element.onload = null;
    element.contentWindow?.postMessage({}, '*', [port2]);
    send({ kind: 'load', worker });
    pour(wasm.getReader()).catch(loaded.reject);
  };
  document.body.append(element);
  let lastId = 0;

  function spawn(onMessage: (message: FromWorker) => void, onFailure: (reason: string) => void): FrameWorker {
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

  function answers(): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => resolve(false), answerSeconds * 1000);
    asking.push(() => {
      clearTimeout(timer);
      resolve(true);
    });
    send({ kind: 'ask' });
    return promise;
  }

  try {
    if (!(await answers())) throw new Error(words.frame.silent);
    await loaded.promise;
  } catch (error) {
    element.remove();
    throw error;
  } finally {
    clearTimeout(timer);
  }
  return { spawn, answers, remove: () => element.remove() };
}
