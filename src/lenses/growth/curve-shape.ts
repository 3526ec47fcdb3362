/** The shape of a measured curve, as one would name it at a glance. The verdict is the judge's: this judges nothing. */

import type { Point } from './curve.ts';

export type Shape = 'line' | 'plateau' | 'staircase' | 'sawtooth' | 'flat' | 'unnamed';

/** Fewer reads show no shape. */
const FEWEST_READS = 8;
/** A curve whose whole extent is less than this is as good as level: what the meter rounds to, and tables in steps. */
const LEVEL_BYTES = 2048;
/** A swing that is less than this share of the height it stands at is no shape: it is drawn as good as level. */
const LEAST_SWING = 0.05;
/** A step holds so much of the whole extent. */
const STEP = 0.15;
/** Of the extent: what still counts as the same height. */
const SAME = 0.04;
/** How far, as a share of the extent, reads may lie off a straight line. */
const STRAIGHT = 0.08;

export function shapeOf(reads: readonly Point[]): Shape {
  const [first, last] = [reads[0], reads.at(-1)];
  if (!first || !last || reads.length < FEWEST_READS) return 'unnamed';
  const heights = reads.map(({ bytes }) => bytes);
  const [low, high] = heights.reduce(
    ([least, most], bytes) => [Math.min(least, bytes), Math.max(most, bytes)],
    [Infinity, -Infinity],
  );
  const extent = high - low;
  if (extent < LEVEL_BYTES) return 'flat';
  if (extent < LEAST_SWING * Math.max(Math.abs(low), Math.abs(high))) return 'unnamed';
  const moves = heights.slice(1).map((bytes, at) => (bytes - (heights[at] ?? bytes)) / extent);
  const falls = moves.filter((move) => move < -STEP).length;
  const rises = moves.filter((move) => move > STEP).length;
  if (falls > 1 && total(moves, (move) => move > 0) > 1.5) return 'sawtooth';
  if (falls > 0) return 'unnamed';
  if (isStraight(reads, first, last, extent)) return 'line';
  const level = moves.filter((move) => Math.abs(move) <= SAME).length;
  const late = heights.slice(Math.ceil(heights.length / 2));
  if ((Math.max(...late) - Math.min(...late)) / extent <= 2 * SAME) return 'plateau';
  if (rises > 1 && level >= moves.length / 2) return 'staircase';
  return 'unnamed';
}

function isStraight(reads: readonly Point[], first: Point, last: Point, extent: number): boolean {
  const slope = (last.bytes - first.bytes) / Math.max(1, last.units - first.units);
  return reads.every(
    ({ units, bytes }) => Math.abs(bytes - first.bytes - slope * (units - first.units)) <= STRAIGHT * extent,
  );
}

function total(values: readonly number[], counts: (value: number) => boolean): number {
  return values.filter(counts).reduce((sum, value) => sum + value, 0);
}
