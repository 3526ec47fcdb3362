/** The memory curve as geometry: what was read, turned into paths and places for words. Nothing is judged here. */

import { freePlace, type Box, type Place, type Spot } from './free-place.ts';

export type Point = { units: number; bytes: number };
export type Tone = 'growing' | 'bounded' | 'unsure' | 'plain';
export type Ghost = { reads: readonly Point[]; label: string };
export type CurveFrame = {
  width: number;
  height: number;
  budgetBytes: number;
  /** Units that the axis reaches at least; 0 where nobody knows yet. */
  expectedUnits: number;
  /** Room that the words on the chart need. */
  words: { width: number; height: number };
};
export type Tick = { at: number; value: number };
export type Plot = { left: number; right: number; top: number; bottom: number };
export type CurveGeometry = {
  plot: Plot;
  line: string;
  area: string;
  end: Spot | null;
  ghosts: { line: string; label: string; place: Place }[];
  xTicks: Tick[];
  yTicks: Tick[];
  budget: { y: number; place: Place };
  /** The spread of the later half of the reads: hatched where the verdict could not tell. */
  band: { y: number; height: number } | null;
  words: Place;
};

const LABEL_HEIGHT = 14;
const BUDGET_WIDTH = 110;
/** The words of the y axis stand inside the plot, on its left. */
const TICK_WIDTH = 56;
/** The last tick of the x axis names the unit, and the one before it needs half its own width. */
const LAST_TICK_WIDTH = 120;

export function curveGeometry(
  reads: readonly Point[],
  ghosts: readonly Ghost[],
  frame: CurveFrame,
): CurveGeometry {
  const plot = { left: 0, right: frame.width - 8, top: 12, bottom: frame.height - 24 };
  const drawn = reads.length > 0 ? [reads] : ghosts.map((ghost) => ghost.reads);
  const lastUnits = Math.max(frame.expectedUnits, ...drawn.map((line) => line.at(-1)?.units ?? 0), 1);
  const highest = highestBytes(reads, ghosts, frame.budgetBytes);
  const toSpot = ({ units, bytes }: Point): Spot => ({
    x: round(plot.left + (units / lastUnits) * (plot.right - plot.left)),
    y: round(plot.bottom - (Math.max(bytes, 0) / highest) * (plot.bottom - plot.top)),
  });

  const own = reads.map(toSpot);
  const pale = ghosts.map((ghost) => ({ label: ghost.label, spots: within(ghost.reads.map(toSpot), plot) }));
  const end = own.at(-1) ?? null;
  const budgetY = toSpot({ units: 0, bytes: frame.budgetBytes }).y;
  const budget = { y: budgetY, place: placeBudget(budgetY, end, plot) };
  const lines = [own, ...pale.map((ghost) => ghost.spots)];
  return {
    plot,
    line: pathOf(own),
    area: end ? `${pathOf(own)}L${end.x} ${plot.bottom}L${own[0]?.x ?? 0} ${plot.bottom}Z` : '',
    end,
    ghosts: pale.flatMap(({ label, spots }) => drawGhost(label, spots, plot)),
    xTicks: unitTicks(lastUnits, frame.width).map((value) => ({
      at: toSpot({ units: value, bytes: 0 }).x,
      value,
    })),
    // A tick beside the budget would only blur it.
    yTicks: byteTicks(highest, frame.height)
      .map((value) => ({ at: toSpot({ units: 0, bytes: value }).y, value }))
      .filter((tick) => Math.abs(tick.at - budgetY) > LABEL_HEIGHT + 4),
    budget,
    band: bandOf(own),
    words: placeWords(frame.words, plot, lines, budget),
  };
}

/** The axis holds the budget and the run itself; a ghost may leave the chart at the top, but not squash the rest. */
function highestBytes(reads: readonly Point[], ghosts: readonly Ghost[], budgetBytes: number): number {
  const peak = (points: readonly Point[]) => points.reduce((most, point) => Math.max(most, point.bytes), 0);
  const own = Math.max(peak(reads) * 1.08, budgetBytes * 1.3, 1);
  const others = Math.max(0, ...ghosts.map((ghost) => peak(ghost.reads) * 1.05));
  return Math.max(own, Math.min(others, own * 2.5));
}

function pathOf(spots: readonly Spot[]): string {
  return spots.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

/** The part of a line before it first leaves the plot, with the point where it does. */
function within(spots: readonly Spot[], plot: Plot): Spot[] {
  const outside = spots.findIndex(({ x, y }) => x > plot.right || y < plot.top);
  const [last, next] = [spots[outside - 1], spots[outside]];
  if (!last || !next) return outside === 0 ? [] : [...spots];
  const byHeight = next.y < plot.top ? (last.y - plot.top) / (last.y - next.y) : 1;
  const byWidth = next.x > plot.right ? (plot.right - last.x) / (next.x - last.x) : 1;
  const share = Math.min(byHeight, byWidth);
  const crossing = {
    x: round(last.x + (next.x - last.x) * share),
    y: round(last.y + (next.y - last.y) * share),
  };
  return [...spots.slice(0, outside), crossing];
}

function drawGhost(label: string, spots: readonly Spot[], plot: Plot): CurveGeometry['ghosts'] {
  const last = spots.at(-1);
  if (!last || spots.length < 2) return [];
  const late = last.x > plot.right - 60;
  const place: Place = {
    x: last.x + (late ? -6 : 6),
    y: Math.max(last.y + 4, plot.top + 4),
    anchor: late ? 'end' : 'start',
  };
  return [
    { line: pathOf(spots), label, place: late ? { ...place, y: Math.max(last.y - 7, plot.top) } : place },
  ];
}

/** On the right above its line; on the left where the run itself ends there. */
function placeBudget(budgetY: number, end: Spot | null, plot: Plot): Place {
  const y = budgetY - 5;
  const crowded = end !== null && end.x > plot.right - BUDGET_WIDTH && Math.abs(end.y - (y - 5)) < 14;
  return crowded ? { x: plot.left + TICK_WIDTH, y, anchor: 'start' } : { x: plot.right, y, anchor: 'end' };
}

/** Top left first, where a climbing line leaves room; then right, under the budget, and low. */
function placeWords(
  size: { width: number; height: number },
  plot: Plot,
  lines: readonly (readonly Spot[])[],
  budget: CurveGeometry['budget'],
): Place {
  const rows = [plot.top + 4, budget.y + 10, budget.y - size.height - 22, plot.bottom - size.height - 10];
  const candidates = rows
    .filter((y) => y >= plot.top && y + size.height <= plot.bottom)
    .flatMap((y): { box: Box; anchor: Place['anchor'] }[] => [
      { box: { x: plot.left + TICK_WIDTH + 8, y, ...size }, anchor: 'start' },
      { box: { x: plot.right - size.width, y, ...size }, anchor: 'end' },
      { box: { x: (plot.left + plot.right - size.width) / 2, y, ...size }, anchor: 'start' },
    ]);
  const budgetLine = [
    { x: plot.left, y: budget.y },
    { x: plot.right, y: budget.y },
  ];
  const { place } = budget;
  const budgetWords: Box = {
    x: place.anchor === 'end' ? place.x - BUDGET_WIDTH : place.x,
    y: place.y - LABEL_HEIGHT,
    width: BUDGET_WIDTH,
    height: LABEL_HEIGHT,
  };
  return freePlace(candidates, [...lines, budgetLine], [budgetWords]);
}

function bandOf(spots: readonly Spot[]): CurveGeometry['band'] {
  const later = spots.slice(Math.floor(spots.length / 2)).map(({ y }) => y);
  if (later.length < 2) return null;
  const top = Math.min(...later);
  return { y: top - 3, height: Math.max(...later) - top + 6 };
}

function unitTicks(lastUnits: number, width: number): number[] {
  const inner = niceTicks(lastUnits, width < 420 ? 3 : 4);
  const step = inner[0] ?? lastUnits;
  const clear = Math.max(step * 0.6, (lastUnits * LAST_TICK_WIDTH) / width);
  return [0, ...inner.filter((value) => value < lastUnits - clear), lastUnits];
}

function byteTicks(highest: number, height: number): number[] {
  return niceTicks(highest, height < 200 ? 2 : 3);
}

/** Multiples of 1, 2 or 5 times a power of ten, above nothing and below the end. */
export function niceTicks(end: number, wanted: number): number[] {
  const rough = end / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  return Array.from({ length: Math.ceil(end / step) - 1 }, (_, index) => (index + 1) * step);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
