/** Offset of `uordblks`, the bytes in use, in C's `struct mallinfo`: the eighth int. */
const BYTES_IN_USE = 7 * 4;
const STRUCT_BYTES = 10 * 4;
const PAGE_BYTES = 65_536;

export type WasmInstance = { instance: WebAssembly.Instance; imports: WebAssembly.Imports };

/** Makes every memory in this realm refuse to grow beyond `limitBytes`; C then gets a null pointer, Python a MemoryError. */
export function limitMemory(limitBytes: number): { wasReached(): boolean } {
  let reached = false;
  const { prototype } = WebAssembly.Memory;
  const grow: (this: WebAssembly.Memory, pages: number) => number = prototype.grow;
  prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * PAGE_BYTES > limitBytes) {
      reached = true;
      throw new RangeError('the memory limit of the sandbox');
    }
    return grow.call(this, pages);
  };
  return { wasReached: () => reached };
}

/**
 * Bytes that the allocator has in use. It reads the WASM exports themselves: what Python can reach of Pyodide's
 * module object can be replaced, these cannot.
 */
export function createMeter({ instance }: WasmInstance): () => number {
  const { malloc, mallinfo, memory } = instance.exports as unknown as {
    malloc: (bytes: number) => number;
    mallinfo: (result: number) => void;
    memory: WebAssembly.Memory;
  };
  const result = malloc(STRUCT_BYTES);
  return () => {
    mallinfo(result);
    return new DataView(memory.buffer).getInt32(result + BYTES_IN_USE, true);
  };
}

/** Grows the heap so that a snapshot of `bytes` fits; restoring copies and does not grow. */
export function makeRoom({ instance, imports }: WasmInstance, bytes: number): void {
  const { memory } = instance.exports as unknown as { memory: WebAssembly.Memory };
  if (memory.buffer.byteLength >= bytes) return;
  const { env } = imports as unknown as { env: { emscripten_resize_heap: (bytes: number) => number } };
  if (!env.emscripten_resize_heap(bytes)) throw new Error('There is not enough memory for the snapshot.');
}
