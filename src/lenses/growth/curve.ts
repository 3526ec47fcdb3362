/** The memory curve as geometry: what was read, turned into paths, ticks and places for words. Nothing is judged here. */

import { words } from '#words/growth';
import { labelPlacer, type Line, type Place } from '../chart/label-placement.ts';
import { areaPath, linePath, withinFrame } from '../chart/path.ts';
import { linearScale, type Frame, type Scale, type Spot } from '../chart/scale.ts';
import { strong, weak } from '../chart/text-size.ts';
import { byteTicks, countTicks, type Tick } from '../chart/ticks.ts';
import { formatBytes, plural } from '../quantity.ts';
import { budgetPlaces, curvePlaces, ghostPlaces } from './curve-places.ts';

/** `rung`: the doubling of the load that it was read in, where that is known. */
export type Point = { units: number; bytes: number; rung?: number };
export type Tone = 'growing' | 'bounded' | 'unsure' | 'plain';
/** `words` stand beside the curve, the first line strong. */
export type Curve = { reads: readonly Point[]; tone: Tone; words: readonly string[] };
/** Another run, pale and behind; its label may be empty. */
export type Ghost = { reads: readonly Point[]; label: string };
export type CurveChart = {
  curves: readonly Curve[];
  ghosts: readonly Ghost[];
  unit: string;
  budgetBytes: number | null;
  /** Bytes above the start at which the container is full; drawn where the curve comes near it. */
  containerBytes?: number;
  /** Units that the axis reaches at least; 0 where nobody knows yet. */
  expectedUnits: number;
  frame: Frame;
  /** Pixels on the left of the frame that belong to the words of the y axis. */
  inset: number;
};

export type DrawnCurve = {
  tone: Tone;
  line: string;
  /** Where each read stands. */
  spots: readonly Spot[];
  end: Spot;
  /** Under a curve that stands alone; else empty. */
  area: string;
  /** The spread of the later half of the reads, where the verdict could not tell. */
  band: { y: number; height: number } | null;
  words: readonly string[];
  place: Place | null;
};
export type CurveGeometry = {
  curves: DrawnCurve[];
  ghosts: { line: string; label: string; place: Place | null }[];
  budget: Level | null;
  container: Level | null;
  /** Where one rung ends and the next begins. */
  rungs: number[];
  xTicks: Tick[];
  yTicks: Tick[];
};

export type Level = { y: number; label: string; place: Place | null };

/** A shorter axis has no room for two ticks. */
const FEWEST_UNITS = 4;
/** A tick closer to the budget than this would only blur it. */
const BESIDE_BUDGET = 18;
/** Of a container's bytes, so much must have been in use for its line to say something. */
const NEAR_CONTAINER = 0.25;

export function curveGeometry(chart: CurveChart): CurveGeometry {
  const { frame, inset } = chart;
  const units = farthestUnits(chart);
  const bytes = highestBytes(chart);
  const toX = linearScale([0, units], [0, frame.width]);
  const toY = linearScale([0, bytes], [frame.height, 0]);
  const toSpots = (reads: readonly Point[]): Spot[] =>
    reads.map((read) => ({ x: toX(read.units), y: toY(Math.max(read.bytes, 0)) }));

  const place = labelPlacer(frame);
  const lines = chart.curves.map(({ reads }) => toSpots(reads));
  const pale = chart.ghosts.map(({ reads, label }) => ({ label, spots: withinFrame(toSpots(reads), frame) }));
  const drawn = [...lines, ...pale.map(({ spots }) => spots)];

  const budget = levelOf(words.budget(formatBytes(chart.budgetBytes ?? 0)), chart.budgetBytes, toY, frame);
  const budgetPlace = budget && place([weak(budget.label)], drawn, budgetPlaces(budget.y, frame, inset));
  const container = levelOf(words.containerFull, nearContainer(chart) ?? null, toY, frame);
  const containerPlace =
    container && place([weak(container.label)], drawn, budgetPlaces(container.y, frame, inset));
  const levels = [budget, container].filter((level) => level !== null);
  const taken = [...drawn, ...levels.map(({ line }) => line)];
  // A run that is not named is a background: words stand on it rather than far from their curve.
  const named = pale.filter(({ label }) => label);
  const clear = [...lines, ...named.map(({ spots }) => spots), ...levels.map(({ line }) => line)];
  const ghosts = pale.flatMap(({ label, spots }) => {
    const end = spots.length > 1 ? spots.at(-1) : undefined;
    const words = label ? [weak(label)] : [];
    return end ? [{ line: linePath(spots), label, place: place(words, taken, ghostPlaces(end, frame)) }] : [];
  });
  const curves = chart.curves.flatMap(({ tone, words }, index) => {
    const spots = lines[index] ?? [];
    const end = spots.at(-1);
    if (!end) return [];
    const text = words.map((line, at) => (at === 0 ? strong(line) : weak(line)));
    const area = lines.length === 1 ? areaUnder(spots, frame) : '';
    const band = tone === 'unsure' ? bandOf(spots) : null;
    const places = curvePlaces(spots, end, frame, inset, budget?.y);
    return [
      { tone, line: linePath(spots), spots, end, area, band, words, place: place(text, clear, places) },
    ];
  });
  return {
    curves,
    ghosts,
    budget: budget && { y: budget.y, label: budget.label, place: budgetPlace },
    container: container && { y: container.y, label: container.label, place: containerPlace },
    rungs: chart.curves.length === 1 ? rungEnds(chart.curves[0]?.reads ?? []).map(toX) : [],
    xTicks: countTicks(units, plural(chart.unit), toX),
    yTicks: byteTicks(bytes, toY, (at) => levels.every(({ y }) => Math.abs(at - y) > BESIDE_BUDGET)),
  };
}

function farthestUnits({ curves, ghosts, expectedUnits }: CurveChart): number {
  const drawn = curves.some(({ reads }) => reads.length > 0) ? curves : ghosts;
  return Math.max(FEWEST_UNITS, expectedUnits, ...drawn.map(({ reads }) => reads.at(-1)?.units ?? 0));
}

/** The axis holds the budget and the curves; a ghost may leave it at the top, but not squash the rest. */
function highestBytes(chart: CurveChart): number {
  const { curves, ghosts, budgetBytes } = chart;
  const levels = Math.max(budgetBytes ?? 0, nearContainer(chart) ?? 0);
  const own = Math.max(1, peak(curves) * 1.08, levels * 1.3);
  return Math.max(own, Math.min(peak(ghosts) * 1.05, own * 2.5));
}

function peak(lines: readonly { reads: readonly Point[] }[]): number {
  return lines.flatMap(({ reads }) => reads).reduce((most, { bytes }) => Math.max(most, bytes), 0);
}

function nearContainer({ curves, containerBytes }: CurveChart): number | undefined {
  return containerBytes !== undefined && peak(curves) >= NEAR_CONTAINER * containerBytes
    ? containerBytes
    : undefined;
}

/** Units at the last read of each rung but the last. */
export function rungEnds(reads: readonly Point[]): number[] {
  return reads.flatMap(({ units, rung }, index) => {
    const next = reads[index + 1];
    return next && next.rung !== rung ? [units] : [];
  });
}

function levelOf(name: string, bytes: number | null, toY: Scale, { width }: Frame) {
  if (bytes === null) return null;
  const y = toY(bytes);
  const line: Line = [0, width].map((x) => ({ x, y }));
  return { y, line, label: name };
}

function areaUnder(spots: readonly Spot[], { height }: Frame): string {
  const corners = [...spots.slice(0, 1), ...spots.slice(-1)];
  return areaPath(
    spots,
    corners.map(({ x }) => ({ x, y: height })),
  );
}

function bandOf(spots: readonly Spot[]): DrawnCurve['band'] {
  const later = spots.slice(Math.floor(spots.length / 2)).map(({ y }) => y);
  if (later.length < 2) return null;
  const top = Math.min(...later);
  return { y: top - 3, height: Math.max(...later) - top + 6 };
}
