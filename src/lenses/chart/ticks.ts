import { ticks } from 'd3-array';
import { formatBytes, formatCount } from '../quantity.ts';
import type { Range, Scale } from './scale.ts';
import { textWidth, weak } from './text-size.ts';

/** `at` is in pixels of the frame. */
export type Tick = { at: number; text: string };

const SPACE = 4;
const PIXELS_PER_TICK = 48;
/** How many of its widths a count stands from the next. */
const APART = 1.8;

/** Multiples of 1, 2 or 5 times a power of ten: about `wanted`, and two or more that are `free` where the range has them. */
export function roundTicks(
  [from, to]: Range,
  wanted: number,
  free: (value: number) => boolean = () => true,
): number[] {
  for (let count = wanted; count < 4 * wanted; count++) {
    const found = ticks(from, to, count).filter(free);
    if (found.length > 1) return found;
  }
  return ticks(from, to, wanted).filter(free);
}

/** Bytes above 0, where the axis itself lies. A tick that is not `free` would blur what lies there. */
export function byteTicks(most: number, scale: Scale, free: (at: number) => boolean = () => true): Tick[] {
  const wanted = Math.max(3, Math.round(scale(0) / PIXELS_PER_TICK));
  const values = roundTicks([0, most], wanted, (value) => value > 0 && free(scale(value)));
  return values.map((value) => ({ at: scale(value), text: formatBytes(value) }));
}

/** Whole counts from 0: well apart, and so far that the word behind the last of them stays within the plot. */
export function countTicks(last: number, word: string, scale: Scale): Tick[] {
  const widthOf = (value: number): number => textWidth(weak(formatCount(value)));
  const right = scale(last) - SPACE - textWidth(weak(word));
  const ways = [4, 3, 2, 1].map((wanted) =>
    roundTicks([0, last], wanted, Number.isInteger).filter(
      (value, index) => index < 2 || scale(value) + widthOf(value) / 2 <= right,
    ),
  );
  const apart = (values: readonly number[]): boolean =>
    scale(values[1] ?? last) >= APART * widthOf(values.at(-1) ?? last);
  const values = ways.find(apart) ?? ways.at(-1) ?? [];
  return values.map((value) => ({ at: scale(value), text: formatCount(value) }));
}
