/** The memory curve as geometry: what was read, turned into paths and places for words. Nothing is judged here. */

export type Point = { units: number; bytes: number };
export type Tone = 'growing' | 'bounded' | 'unsure' | 'plain';
export type Ghost = { reads: readonly Point[]; label: string };
export type CurveFrame = {
  width: number;
  height: number;
  budgetBytes: number;
  /** Units that the axis reaches at least; 0 where nobody knows yet. */
  expectedUnits: number;
};
export type Tick = { at: number; value: number };
export type Place = { x: number; y: number; anchor: 'start' | 'end' };
export type CurveGeometry = {
  plot: { left: number; right: number; top: number; bottom: number };
  line: string;
  area: string;
  end: { x: number; y: number } | null;
  ghosts: { line: string; label: string; place: Place }[];
  xTicks: Tick[];
  yTicks: Tick[];
  budget: { y: number; place: Place };
  /** The spread of the later half of the reads: hatched where the verdict could not tell. */
  band: { y: number; height: number } | null;
  caption: Place;
};

const CAPTION_HEIGHT = 34;
const LABEL_HEIGHT = 14;

export function curveGeometry(
  reads: readonly Point[],
  ghosts: readonly Ghost[],
  frame: CurveFrame,
): CurveGeometry {
  const plot = { left: 0, right: frame.width - 8, top: 10, bottom: frame.height - 24 };
  const drawn = reads.length > 0 ? [reads] : ghosts.map((ghost) => ghost.reads);
  const lastUnits = Math.max(frame.expectedUnits, ...drawn.map((line) => line.at(-1)?.units ?? 0), 1);
  const highest = yHighest(reads, ghosts, frame.budgetBytes);
  const x = (units: number) => round(plot.left + (units / lastUnits) * (plot.right - plot.left));
  const y = (bytes: number) => round(plot.bottom - (Math.max(bytes, 0) / highest) * (plot.bottom - plot.top));

  const line = pathOf(reads, x, y);
  const last = reads.at(-1);
  const end = last ? { x: x(last.units), y: y(last.bytes) } : null;
  const budgetY = y(frame.budgetBytes);
  const budgetPlace = placeBudget(budgetY, end, plot);
  return {
    plot,
    line,
    area: end ? `${line}L${end.x} ${plot.bottom}L${x(reads[0]?.units ?? 0)} ${plot.bottom}Z` : '',
    end,
    ghosts: ghosts.flatMap((ghost) => drawGhost(ghost, lastUnits, highest, x, y)),
    xTicks: niceTicks(lastUnits, frame.width < 420 ? 2 : 4, true).map((value) => ({ at: x(value), value })),
    yTicks: niceTicks(highest, frame.height < 180 ? 2 : 3, false).map((value) => ({ at: y(value), value })),
    budget: { y: budgetY, place: budgetPlace },
    band: bandOf(reads, y),
    caption: placeCaption(reads, end, budgetY, plot, x, y),
  };
}

/** The axis holds the budget and the current run; a ghost may leave the chart at the top, but not squash the rest. */
function yHighest(reads: readonly Point[], ghosts: readonly Ghost[], budgetBytes: number): number {
  const peak = (points: readonly Point[]) => points.reduce((most, point) => Math.max(most, point.bytes), 0);
  const own = Math.max(peak(reads) * 1.08, budgetBytes * 1.25, 1);
  const others = Math.max(0, ...ghosts.map((ghost) => peak(ghost.reads) * 1.05));
  return Math.max(own, Math.min(others, own * 2.5));
}

function pathOf(reads: readonly Point[], x: (units: number) => number, y: (bytes: number) => number): string {
  return reads.map((read, index) => `${index === 0 ? 'M' : 'L'}${x(read.units)} ${y(read.bytes)}`).join('');
}

function drawGhost(
  ghost: Ghost,
  lastUnits: number,
  highest: number,
  x: (units: number) => number,
  y: (bytes: number) => number,
): CurveGeometry['ghosts'] {
  const inside = ghost.reads.filter((read) => read.units <= lastUnits && read.bytes <= highest);
  const last = inside.at(-1);
  if (!last) return [];
  const late = last.units > lastUnits * 0.6;
  return [
    {
      line: pathOf(inside, x, y),
      label: ghost.label,
      place: { x: x(last.units) + (late ? -4 : 6), y: Math.max(y(last.bytes) - 6, 12), anchor: late ? 'end' : 'start' },
    },
  ];
}

/** On the right above its line; on the left where the run itself ends there. */
function placeBudget(budgetY: number, end: CurveGeometry['end'], plot: CurveGeometry['plot']): Place {
  const crowded = end !== null && end.x > plot.right * 0.6 && Math.abs(end.y - budgetY + LABEL_HEIGHT / 2) < 20;
  const y = Math.max(budgetY - 5, LABEL_HEIGHT);
  return crowded ? { x: plot.left + 64, y, anchor: 'start' } : { x: plot.right, y, anchor: 'end' };
}

function bandOf(reads: readonly Point[], y: (bytes: number) => number): CurveGeometry['band'] {
  const later = reads.slice(Math.floor(reads.length / 2)).map((read) => read.bytes);
  if (later.length < 2) return null;
  const top = y(Math.max(...later));
  return { y: top - 3, height: y(Math.min(...later)) - top + 6 };
}

/** Words stand where the line is not: top left under a climbing line, else above the level one, else below it. */
function placeCaption(
  reads: readonly Point[],
  end: CurveGeometry['end'],
  budgetY: number,
  plot: CurveGeometry['plot'],
  x: (units: number) => number,
  y: (bytes: number) => number,
): Place {
  if (!end) return { x: plot.left, y: plot.top + LABEL_HEIGHT, anchor: 'start' };
  const middle = plot.left + (plot.right - plot.left) / 2;
  const highestOf = (points: readonly Point[]) => Math.min(plot.bottom, ...points.map((read) => y(read.bytes)));
  const firstHalfTop = highestOf(reads.filter((read) => x(read.units) <= middle));
  if (firstHalfTop - plot.top > 90) {
    const under = budgetY < plot.top + CAPTION_HEIGHT + 20 && budgetY + CAPTION_HEIGHT + 20 < firstHalfTop;
    const top = under ? budgetY + 24 : plot.top + 26;
    return { x: plot.left + 64, y: top, anchor: 'start' };
  }
  const level = highestOf(reads);
  const above = level - CAPTION_HEIGHT - 8;
  if (above > plot.top + 8) return { x: plot.right, y: above + 8, anchor: 'end' };
  return { x: plot.right, y: Math.min(Math.max(end.y, level) + 28, plot.bottom - CAPTION_HEIGHT), anchor: 'end' };
}

/** Ticks at 1, 2 or 5 times a power of ten; `exactEnd` closes with the end of the axis itself. */
export function niceTicks(highest: number, wanted: number, exactEnd: boolean): number[] {
  const rough = highest / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const ticks: number[] = [];
  for (let value = step; value <= highest * 0.999; value += step) ticks.push(value);
  if (!exactEnd) return ticks;
  return [0, ...ticks.filter((value) => value < highest - step * 0.6), highest];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
