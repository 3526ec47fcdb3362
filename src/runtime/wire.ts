import type { Library } from './extensions.ts';

/**
 * What passes between the page, the frame and the worker below `protocol.ts`. The page talks to the frame over one
 * port, and to each worker over a port of its own that the frame only hands on.
 */

/** Page -> frame. `spawn` carries the worker's port. */
export type ToFrame =
  /** Answered by `alive`. */
  | { kind: 'ask' }
  | { kind: 'load'; worker: string }
  /** A piece of the WebAssembly, in order. */
  | { kind: 'piece'; bytes: Uint8Array }
  /** It is whole, and the one that was built. With the wheels that have extension modules. */
  | { kind: 'whole'; wheels: readonly Archive[] }
  | { kind: 'spawn'; id: number }
  | { kind: 'terminate'; id: number };

/** Frame -> page. */
export type FromFrame =
  | { kind: 'alive' }
  /** Somebody's policy forbids what Python needs: the directive, as in the header. */
  | { kind: 'forbidden'; directive: string }
  | { kind: 'loaded' }
  /** `reason` is the browser's; empty where it gave none for a worker that did not start. */
  | { kind: 'failed'; reason: string }
  | { kind: 'worker-failed'; id: number; reason: string };

/** Frame -> worker, with the port to the page. */
export type Birth = { wasm: WebAssembly.Module; libraries: readonly Library[] };

export type Archive = { name: string; bytes: ArrayBuffer };

/** Page -> worker. */
export type ToWorker =
  | {
      kind: 'boot';
      stdlib: ArrayBuffer;
      lock: string;
      archives: readonly Archive[];
      tools: readonly Archive[];
      preload: readonly string[];
      limitBytes: number;
      /** Null: start cold, and send a snapshot before `ready` where programs are to be carried out. */
      snapshot: ArrayBuffer | null;
      /** Where it is given, the interpreter answers an editor's questions and carries out no program. */
      language: ArrayBuffer | null;
    }
  /** A command, or a question, as JSON. */
  | { kind: 'carry-out'; command: string };

/** Worker -> page. Before `ready` it is our own code that speaks; after it, anybody's, and only `signal` is heard. */
export type FromWorker =
  | { kind: 'snapshot'; bytes: ArrayBuffer }
  | { kind: 'ready' }
  | { kind: 'failed'; reason: string }
  | { kind: 'signal'; text: string };
