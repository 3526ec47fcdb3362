import type { WasmInstance } from './memory.ts';

/** Reading the clock takes a moment, so that a loop that waits for a deadline ends. */
const TICK_NS = 1000n;
const REALTIME = 0;

type ClockImports = {
  env: { emscripten_date_now: () => number };
  wasi_snapshot_preview1: { clock_time_get: (clock: number, precision: bigint, result: number) => number };
};

export type VirtualTime = {
  /** Puts this clock into what an instance is about to import. */
  join(imports: WebAssembly.Imports): void;
  /** From now on the time is the one at `address` while a run is on (`leaklab/world/clock.py`), and else the machine's. */
  follow(created: WasmInstance, address: number): void;
};

/**
 * The wall clock of the whole interpreter: what Python's C code asks for, `datetime` and SQLite too, goes through these
 * two imports. Other clocks stay the machine's: the judge's stopwatch is one.
 */
export function virtualTime(): VirtualTime {
  let memory: WebAssembly.Memory | undefined;
  let address = 0;
  const now = () => {
    if (!memory) return undefined;
    const cells = new DataView(memory.buffer, address, 16);
    if (!cells.getBigInt64(8, true)) return undefined;
    const time = cells.getBigInt64(0, true) + TICK_NS;
    cells.setBigInt64(0, time, true);
    return time;
  };
  return {
    join(imports) {
      const { env, wasi_snapshot_preview1: wasi } = imports as unknown as ClockImports;
      const { emscripten_date_now: dateNow } = env;
      const { clock_time_get: clockTimeGet } = wasi;
      env.emscripten_date_now = () => {
        const time = now();
        return time === undefined ? dateNow() : Number(time) / 1e6;
      };
      wasi.clock_time_get = (clock, precision, result) => {
        const time = clock === REALTIME ? now() : undefined;
        if (time === undefined || !memory) return clockTimeGet(clock, precision, result);
        new DataView(memory.buffer).setBigInt64(result >>> 0, time, true);
        return 0;
      };
    },
    follow({ instance }, at) {
      ({ memory } = instance.exports as unknown as { memory: WebAssembly.Memory });
      address = at;
    },
  };
}
