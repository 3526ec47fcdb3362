import { expect, test } from 'vitest';
import { virtualTime } from '../../../src/runtime/virtual-time.ts';

const ADDRESS = 64;
const RESULT = 128;
const NOON = 1_767_614_400_000_000_000n;

/** An interpreter's two imports as they are after `join`, and its memory; the machine's clock stands at 5. */
function joined() {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const imports = {
    env: { emscripten_date_now: () => 5 },
    wasi_snapshot_preview1: {
      clock_time_get: (_clock: number, _precision: bigint, result: number) => {
        new DataView(memory.buffer).setBigInt64(result, 5n, true);
        return 0;
      },
    },
  };
  const time = virtualTime();
  time.join(imports);
  const cells = new DataView(memory.buffer, ADDRESS, 16);
  return {
    begin() {
      time.follow({ instance: { exports: { memory } }, imports }, ADDRESS);
      cells.setBigInt64(0, NOON, true);
      cells.setBigInt64(8, 1n, true);
    },
    end: () => cells.setBigInt64(8, 0n, true),
    dateNow: () => imports.env.emscripten_date_now(),
    clock(number: number) {
      expect(imports.wasi_snapshot_preview1.clock_time_get(number, 1n, RESULT)).toBe(0);
      return new DataView(memory.buffer).getBigInt64(RESULT, true);
    },
  };
}

test('while a run is on, both ways to the wall clock tell the run’s time, and reading it takes a moment', () => {
  const interpreter = joined();
  interpreter.begin();
  expect(interpreter.clock(0)).toBe(NOON + 1_000n);
  expect(interpreter.clock(0)).toBe(NOON + 2_000n);
  expect(interpreter.dateNow()).toBeCloseTo(Number(NOON) / 1e6, 1);
});

test('before a run, and after it, they tell the machine’s', () => {
  const interpreter = joined();
  expect(interpreter.dateNow()).toBe(5);
  interpreter.begin();
  interpreter.end();
  expect(interpreter.dateNow()).toBe(5);
  expect(interpreter.clock(0)).toBe(5n);
});

test('the monotonic clock stays the machine’s: the judge’s stopwatch goes by it', () => {
  const interpreter = joined();
  interpreter.begin();
  expect(interpreter.clock(1)).toBe(5n);
});
