/** Where words may stand on a memory curve, the best place first. Which one is free, the chart kit finds. */

import type { Place, Places } from '../chart/label-placement.ts';
import type { Frame, Spot } from '../chart/scale.ts';

/** Shares of its height at which a climbing line has its words on the left. */
const HEIGHTS = [0.72, 0.6, 0.44, 0.24];
const GAP = 12;
/** The height of one line of words. */
const LINE = 17;

/** Near: beside the line where it climbs, behind its end, over or under it. Far: wherever a row is free. */
export function curvePlaces(
  spots: readonly Spot[],
  end: Spot,
  { width, height }: Frame,
  inset: number,
  budgetY: number | undefined,
): Places {
  const beside = HEIGHTS.map((share): Place => {
    const y = height - (height - end.y) * share;
    const x = (spots.find((spot) => spot.y <= y) ?? end).x - GAP;
    return { x, y: y - 6, anchor: 'end', stand: 'above', room: x - inset };
  });
  const behind = { x: end.x + GAP, y: end.y - 8, anchor: 'start', stand: 'below' } as const;
  const room = width - inset;
  const atRight = { x: width, anchor: 'end', room } as const;

  const tops = budgetY === undefined ? [4] : [4, budgetY + 8];
  const bottoms = budgetY === undefined ? [height - 8] : [budgetY - 8 - LINE, height - 8];
  const rows = [
    ...tops.map((y) => ({ y, stand: 'below' }) as const),
    ...bottoms.map((y) => ({ y, stand: 'above' }) as const),
  ];
  return {
    near: [
      ...beside,
      { ...behind, room: width - behind.x },
      { ...atRight, y: end.y - GAP, stand: 'above' },
      { ...atRight, y: end.y + GAP, stand: 'below' },
    ],
    far: rows.flatMap((row): Place[] => [
      { ...row, x: inset, anchor: 'start', room },
      { ...row, ...atRight },
      { ...row, x: inset + room / 3, anchor: 'start', room: (room * 2) / 3 },
    ]),
  };
}

/** Behind the end of an earlier run, over or under it; further down or up where others end there, too. */
export function ghostPlaces({ x, y }: Spot, { width }: Frame): Places {
  const lines = [0, 1, 2, 3].map((line) => line * LINE);
  const behind = (gap: number) =>
    ({ x: x + gap, anchor: 'start', stand: 'below', room: width - x - gap }) as const;
  const before = { x: x - 6, anchor: 'end', room: x - 6 } as const;
  const top = Math.max(0, y - LINE / 2);
  const near = [
    ...lines.flatMap((down) => [6, 20].map((gap): Place => ({ ...behind(gap), y: top + down }))),
    ...lines.map((up): Place => ({ ...before, y: Math.max(y - 4 - up, LINE), stand: 'above' })),
    ...lines.map((down): Place => ({ ...before, y: y + 9 + down, stand: 'below' })),
  ];
  return { near, far: [] };
}

/** Above its line, on the right or on the left; under it where a curve is in the way. */
export function budgetPlaces(y: number, { width }: Frame, inset: number): Places {
  const room = width - inset;
  const near = (['above', 'below'] as const).flatMap((stand): Place[] => {
    const beside = stand === 'above' ? y - 2 : y + 2;
    return [
      { x: width, y: beside, anchor: 'end', stand, room },
      { x: inset, y: beside, anchor: 'start', stand, room },
    ];
  });
  return { near, far: [] };
}
