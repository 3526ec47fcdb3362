import type { MeasuredRun } from '../course/measured-schema.ts';
import { countOf, formatBytes, plural } from '../lenses/quantity.ts';
import { number } from './quantity.ts';

/** The runs of one drawing. Places are percentages of the plot, from its top left. */
export type Drawing = {
  lines: Line[];
  ghosts: string[];
  ticksX: Tick[];
  ticksY: Tick[];
  alternative: string;
};
export type Tick = { at: number; text: string };
export type Line = {
  kind: MeasuredRun['kind'];
  points: string;
  end: Place;
  label: Place & { side: 'left' | 'right' | 'above' | 'below' };
  name: string;
  note: string;
};
type Place = { x: number; y: number };
export type NamedRun = { name: string; run: MeasuredRun };

/** How high on the plot the first, second ... label of a climbing line stands. */
const labelHeights = [0.72, 0.44, 0.24];

/** `ghosts` are drawn pale and without words, behind the runs. */
export function drawing(
  runs: readonly NamedRun[],
  unit: string,
  ghosts: readonly MeasuredRun[] = [],
): Drawing {
  const reads = [...runs.map(({ run }) => run), ...ghosts].flatMap((run) => run.reads ?? []);
  const maxX = Math.max(1, ...reads.map(([units]) => units));
  const maxY = Math.max(1, ...reads.map(([, size]) => size)) * 1.06;
  const place = (run: MeasuredRun): Place[] =>
    (run.reads ?? []).map(([units, size]) => ({
      x: (units / maxX) * 100,
      y: 100 - (Math.max(0, size) / maxY) * 100,
    }));
  let climbing = 0;
  const lines = runs.flatMap(({ name, run }) => {
    const points = place(run);
    const end = points.at(-1);
    if (end === undefined) return [];
    const label = run.kind === 'growing' ? beside(points, climbing++) : near(end);
    return [{ kind: run.kind, points: joined(points), end, label, name, note: note(run, unit) }];
  });
  return {
    lines,
    ghosts: ghosts.map((run) => joined(place(run))),
    ticksX: ticksX(maxX, unit),
    ticksY: ticksY(maxY),
    alternative: alternative(runs, unit),
  };
}

function joined(points: readonly Place[]): string {
  return points.map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' ');
}

/** Left of a climbing line there is room for its label; right of it, where the run was short. */
function beside(points: Place[], nth: number): Line['label'] {
  const end = points.at(-1) ?? { x: 100, y: 0 };
  const target = 100 - (100 - end.y) * (labelHeights[nth % labelHeights.length] ?? 0.5);
  const point = points.find(({ y }) => y <= target) ?? end;
  return point.x > 42
    ? { x: point.x - 2, y: target, side: 'left' }
    : { x: end.x + 2, y: target, side: 'right' };
}

/** A low line leaves the lower right free, as far as it goes; a high one has room below its end. */
function near(end: Place): Line['label'] {
  return end.y > 40 ? { x: 100, y: end.y, side: 'above' } : { ...end, side: 'below' };
}

export function note(run: MeasuredRun, unit: string): string {
  const slope = run.bytesPerUnit;
  if (run.kind === 'growing' && slope !== undefined) return `${number(slope)} bytes per ${unit}`;
  if (run.kind === 'bounded' && run.detectionLimit !== undefined)
    return `no growth above ${number(run.detectionLimit)} bytes per ${unit}`;
  if (run.kind === 'over-budget' && run.retainedBytes !== undefined)
    return `${formatBytes(run.retainedBytes)} kept`;
  return '';
}

function ticksX(max: number, unit: string): Tick[] {
  const step = roundStep(max / 2.5);
  const ticks = Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step).filter(
    (at) => at <= max * 0.9,
  );
  const last = ticks.length - 1;
  return ticks.map((at, index) => ({
    at: (at / max) * 100,
    text: index === last ? countOf(at, unit) : number(at),
  }));
}

function ticksY(max: number): Tick[] {
  const step = roundStep(max / 3);
  return Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step)
    .filter((at) => at > 0)
    .map((at) => ({ at: 100 - (at / max) * 100, text: formatBytes(at) }));
}

/** The largest of 1, 2, 5 times a power of ten that is at most `value`. */
function roundStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([5, 2, 1].find((factor) => factor * power <= value) ?? 1) * power;
}

function alternative(runs: readonly NamedRun[], unit: string): string {
  const told = runs.map(({ name, run }) => {
    const last = run.reads?.at(-1);
    const where =
      last === undefined ? '' : `, ${formatBytes(last[1])} in use after ${countOf(last[0], unit)}`;
    const detail = note(run, unit);
    return `${name}: ${run.kind}${detail === '' ? '' : `, ${detail}`}${where}.`;
  });
  return `Bytes in use against ${plural(unit)}. ${told.join(' ')}`;
}

/** What prose calls a variant: the title of its fix or decoy. */
export function variantName(
  variant: string,
  overlays: { fixes: { id: string; title: string }[]; decoys: { id: string; title: string }[] },
): string {
  const [folder, id] = variant.split('/');
  if (folder === 'fixes') return overlays.fixes.find((fix) => fix.id === id)?.title ?? variant;
  if (folder === 'decoys') return overlays.decoys.find((decoy) => decoy.id === id)?.title ?? variant;
  return 'The program as it stands';
}
