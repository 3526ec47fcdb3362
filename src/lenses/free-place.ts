export type Spot = { x: number; y: number };
export type Box = { x: number; y: number; width: number; height: number };
export type Place = Spot & { anchor: 'start' | 'end' };

type Candidate = { box: Box; anchor: Place['anchor'] };

const NEAR = 6;

/** The first candidate that no line crosses and no box covers; failing that, the one that is crossed least. */
export function freePlace(
  candidates: readonly Candidate[],
  lines: readonly (readonly Spot[])[],
  boxes: readonly Box[],
): Place {
  let best: { candidate: Candidate; cost: number } | null = null;
  for (const candidate of candidates) {
    const cost = costOf(candidate.box, lines, boxes);
    if (best === null || cost < best.cost) best = { candidate, cost };
    if (cost === 0) break;
  }
  const { box, anchor } = best?.candidate ?? { box: { x: 0, y: 0, width: 0, height: 0 }, anchor: 'start' };
  return { x: anchor === 'end' ? box.x + box.width : box.x, y: box.y, anchor };
}

function costOf(box: Box, lines: readonly (readonly Spot[])[], boxes: readonly Box[]): number {
  const covered = boxes.filter((other) => overlaps(box, other)).length * 100;
  return lines.reduce((sum, line) => sum + crossings(box, line), covered);
}

/** How many steps along a line lie in the box or close to it. */
function crossings(box: Box, line: readonly Spot[]): number {
  let count = 0;
  for (const [index, to] of line.entries()) {
    const from = line[index - 1] ?? to;
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / NEAR));
    for (let step = 1; step <= steps; step++) {
      const share = step / steps;
      if (holds(box, { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })) count++;
    }
  }
  return count;
}

function holds(box: Box, { x, y }: Spot): boolean {
  return (
    x > box.x - NEAR && x < box.x + box.width + NEAR && y > box.y - NEAR && y < box.y + box.height + NEAR
  );
}

function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
