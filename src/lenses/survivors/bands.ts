/** Survivors of each slice of the load, one type upon the other. */

import { words } from '#words/survivors';
import type { Place } from '../chart/label-placement.ts';
import { areaPath } from '../chart/path.ts';
import { linearScale, type Frame, type Spot } from '../chart/scale.ts';
import { textWidth, weak } from '../chart/text-size.ts';
import { countTicks, roundTicks, type Tick } from '../chart/ticks.ts';
import { formatCount, plural } from '../quantity.ts';
import { shortened, visible } from '../visible.ts';
import type { Survivors } from '../../runtime/report.ts';

export type Band = { name: string; path: string; place: Place | null };
export type Bands = { bands: Band[]; xTicks: Tick[]; yTicks: Tick[] };

/** More bands than these are told apart by nobody: the rest is one band. */
const MOST_BANDS = 5;
const LONGEST_NAME = 32;
const LINE = 17;

/** `survivors` is of slices that have `units` units of load together. */
export function bandsOf(
  survivors: readonly Survivors[],
  units: number,
  unit: string,
  frame: Frame,
  inset: number,
): Bands {
  const slices = survivors.reduce((most, { cohorts }) => Math.max(most, cohorts.length), 0);
  const rows = stacked(survivors);
  const totals = Array.from({ length: slices }, (_, at) =>
    rows.reduce((total, { cohorts }) => total + (cohorts[at] ?? 0), 0),
  );
  const most = Math.max(1, ...totals) * 1.12;
  const toX = linearScale([0, slices], [0, frame.width]);
  const toY = linearScale([0, most], [frame.height, 0]);
  const floor = Array.from({ length: slices }, () => 0);
  const bands = rows.map(({ type, cohorts }): Band => {
    const lower = steps(floor, toX, toY);
    for (let at = 0; at < slices; at++) floor[at] = (floor[at] ?? 0) + (cohorts[at] ?? 0);
    const upper = steps(floor, toX, toY);
    const name = shortened(visible(type), LONGEST_NAME);
    return { name, path: areaPath(upper, lower), place: within(name, upper, lower, frame, inset) };
  });
  return {
    bands,
    xTicks: countTicks(units, plural(unit), linearScale([0, Math.max(1, units)], [0, frame.width])),
    yTicks: roundTicks([0, most], 3, (value) => value > 0 && Number.isInteger(value)).map((value) => ({
      at: toY(value),
      text: formatCount(value),
    })),
  };
}

function stacked(survivors: readonly Survivors[]): Pick<Survivors, 'type' | 'cohorts'>[] {
  if (survivors.length <= MOST_BANDS + 1) return [...survivors];
  const rest = survivors.slice(MOST_BANDS);
  const cohorts: number[] = [];
  for (const row of rest) row.cohorts.forEach((count, at) => (cohorts[at] = (cohorts[at] ?? 0) + count));
  return [
    ...survivors.slice(0, MOST_BANDS),
    { type: words.bands.moreTypes(formatCount(rest.length)), cohorts },
  ];
}

/** A step for each slice, as wide as it is. */
function steps(
  heights: readonly number[],
  toX: (at: number) => number,
  toY: (count: number) => number,
): Spot[] {
  return heights.flatMap((count, at) => [
    { x: toX(at), y: toY(count) },
    { x: toX(at + 1), y: toY(count) },
  ]);
}

/** A name stands in its band where that is high enough over the whole width of the name, as far right as it can. */
function within(
  name: string,
  upper: readonly Spot[],
  lower: readonly Spot[],
  frame: Frame,
  inset: number,
): Place | null {
  const width = textWidth(weak(name)) + 8;
  for (let last = upper.length - 1; last > 0; last -= 2) {
    const right = (upper[last]?.x ?? 0) - 4;
    const left = right - width;
    if (left < inset) return null;
    const under = upper.flatMap((spot, at) => {
      const next = upper[at + 1];
      return at % 2 === 0 && next && next.x > left && spot.x < right ? [at] : [];
    });
    const top = Math.max(...under.map((at) => upper[at]?.y ?? 0));
    const bottom = Math.min(...under.map((at) => lower[at]?.y ?? frame.height));
    if (bottom - top >= LINE)
      return { x: right, y: (top + bottom) / 2 - LINE / 2, anchor: 'end', stand: 'below', room: width };
  }
  return null;
}
