import { words } from '#words/runtime';
import type { Assets } from './assets.ts';
import type { FrameClient } from './frame-client.ts';
import type { Stack } from './manifest.ts';
import type { Channel } from './runner.ts';
import type { Archive, FromWorker } from './wire.ts';

type Plan = {
  assets: Assets;
  stack: Stack;
  limitBytes: number;
  limitSeconds: number;
  /** Null: start cold, and hand the snapshot that it makes to `onSnapshot`. */
  snapshot: ArrayBuffer | null;
  onSnapshot(bytes: ArrayBuffer): void;
  /** For an interpreter that answers an editor. Handed over. */
  language?: ArrayBuffer;
};

/** Boots an interpreter in the frame. Rejects with one sentence, and then nothing of it is left. */
export function bootInFrame(frame: FrameClient, plan: Plan): Promise<Channel> {
  const { promise, resolve, reject } = Promise.withResolvers<Channel>();
  const { promise: failed, resolve: fail } = Promise.withResolvers<string>();
  let listener = (_text: string): void => undefined;
  let ready = false;
  const worker = frame.spawn((message) => {
    // After `ready` the learner's code runs over there, and only signals are heard.
    if (message.kind === 'signal') listener(message.text);
    else if (!ready) getReady(message);
  }, fail);
  const timer = setTimeout(() => fail(words.start.late), plan.limitSeconds * 1000);
  void failed.then((reason) => {
    if (ready) return;
    clearTimeout(timer);
    worker.terminate();
    reject(new Error(words.start.failed(reason)));
  });

  function getReady(message: Exclude<FromWorker, { kind: 'signal' }>): void {
    switch (message.kind) {
      case 'snapshot':
        plan.onSnapshot(message.bytes);
        return;
      case 'failed':
        fail(message.reason);
        return;
      case 'ready':
        ready = true;
        clearTimeout(timer);
        resolve({
          post: (command) => worker.send({ kind: 'carry-out', command }),
          on: (newListener) => (listener = newListener),
          failed,
          end: () => worker.terminate(),
        });
        return;
      default:
        message satisfies never;
    }
  }

  // The originals stay with the page for the next interpreter; copies are handed over.
  const { stdlib, lock } = plan.assets;
  const copied = ({ name, bytes }: Archive) => ({ name, bytes: bytes.slice(0) });
  const archives = plan.assets.archives.map(copied);
  const tools = plan.assets.tools.map(copied);
  const snapshot = plan.snapshot?.slice(0) ?? null;
  const language = plan.language ?? null;
  const copies = { stdlib: stdlib.slice(0), lock, archives, tools, snapshot, language };
  const given = [snapshot, language].filter((bytes) => bytes !== null);
  const buffers = [copies.stdlib, ...[...archives, ...tools].map(({ bytes }) => bytes), ...given];
  const { limitBytes, stack } = plan;
  worker.send({ kind: 'boot', ...copies, preload: stack.preload, limitBytes }, buffers);
  return promise;
}
