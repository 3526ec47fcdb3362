import { words } from '#words/runtime';

/** What a request came to: its body is complete. */
export type Downloaded = { ok: boolean; status: number; bytes: ArrayBuffer };

/** Fetches a body whole. Rejects with a sentence that names the file, or with the reason why nobody wants it any more. */
export type Download = (
  name: string,
  url: string,
  init?: RequestInit,
  onPiece?: (piece: Uint8Array<ArrayBuffer>) => void,
) => Promise<Downloaded>;

/**
 * Requests that always end: all of them when `wanted` is aborted, or when no byte of any has come for `limitSeconds`.
 * They share that clock, as one may have to wait until the others are through.
 */
export function createDownload(
  fetch: typeof globalThis.fetch,
  limitSeconds: number,
  wanted: AbortSignal = new AbortController().signal,
): Download {
  const dead = new AbortController();
  const signal = AbortSignal.any([wanted, dead.signal]);
  let open = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function goOn(opened = 0): void {
    open += opened;
    clearTimeout(timer);
    if (open > 0) timer = setTimeout(() => dead.abort(), limitSeconds * 1000);
  }

  function sentence(name: string, begun: boolean): Error {
    if (dead.signal.aborted) return new Error(words.download.stalled(name, limitSeconds));
    return new Error(begun ? words.download.cut(name) : words.download.unreached(name));
  }

  return async (name, url, init, onPiece) => {
    let begun = false;
    goOn(1);
    try {
      const response = await fetch(url, { ...init, signal });
      begun = true;
      const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          goOn();
          onPiece?.(chunk);
          controller.enqueue(chunk);
        },
      });
      const bytes = await new Response(response.body?.pipeThrough(count, { signal })).arrayBuffer();
      return { ok: response.ok, status: response.status, bytes };
    } catch {
      wanted.throwIfAborted();
      throw sentence(name, begun);
    } finally {
      goOn(-1);
    }
  };
}
