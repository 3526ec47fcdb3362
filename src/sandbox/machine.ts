import type { Assets } from './assets.ts';
import type { Frame } from './frame-link.ts';
import type { Stack } from './manifest.ts';
import type { FromWorker } from './wire.ts';

/** An interpreter that is ready for one command. */
export type Machine = {
  perform(command: string, onSignal: (text: string) => void, onFailure: (reason: string) => void): void;
  terminate(): void;
};

type Plan = {
  assets: Assets;
  stack: Stack;
  limitBytes: number;
  limitSeconds: number;
  /** Null: start cold, and hand the snapshot that it makes to `onSnapshot`. */
  snapshot: ArrayBuffer | null;
  onSnapshot(bytes: ArrayBuffer): void;
};

/** Boots an interpreter in the frame. Rejects with one sentence, and then nothing of it is left. */
export function bootMachine(frame: Frame, plan: Plan): Promise<Machine> {
  const { promise, resolve, reject } = Promise.withResolvers<Machine>();
  let onSignal: (text: string) => unknown = () => null;
  let onFailure = (reason: string) => {
    clearTimeout(timer);
    link.terminate();
    reject(new Error(`Python could not start: ${reason}`));
  };
  let ready = false;
  const link = frame.spawn(
    (message) => {
      // After `ready` the learner's code runs over there, and only signals are heard.
      if (message.kind === 'signal') onSignal(message.text);
      else if (!ready) getReady(message);
    },
    (reason) => onFailure(reason),
  );
  const timer = setTimeout(() => onFailure('it took too long.'), plan.limitSeconds * 1000);

  function getReady(message: Exclude<FromWorker, { kind: 'signal' }>): void {
    switch (message.kind) {
      case 'snapshot':
        plan.onSnapshot(message.bytes);
        return;
      case 'failed':
        onFailure(message.reason);
        return;
      case 'ready':
        ready = true;
        clearTimeout(timer);
        resolve(machine);
        return;
      default:
        message satisfies never;
    }
  }

  const machine: Machine = {
    perform(command, toSignal, toFailure) {
      onSignal = toSignal;
      onFailure = toFailure;
      link.send({ kind: 'perform', command });
    },
    terminate: () => link.terminate(),
  };

  // The originals stay with the page for the next interpreter; copies are handed over.
  const { stdlib, lock } = plan.assets;
  const archives = plan.assets.archives.map(({ name, bytes }) => ({ name, bytes: bytes.slice(0) }));
  const snapshot = plan.snapshot?.slice(0) ?? null;
  const copies = { stdlib: stdlib.slice(0), lock, archives, snapshot };
  const buffers = [copies.stdlib, ...archives.map(({ bytes }) => bytes), ...(snapshot ? [snapshot] : [])];
  const { limitBytes, stack } = plan;
  link.send({ kind: 'boot', ...copies, preload: stack.preload, limitBytes }, buffers);
  return promise;
}
