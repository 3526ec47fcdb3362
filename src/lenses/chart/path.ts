import { tenth, type Frame, type Spot } from './scale.ts';

/** The `d` of a line through all spots. */
export function linePath(spots: readonly Spot[]): string {
  return spots.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

/** The `d` of what lies between two lines, both from left to right. */
export function areaPath(upper: readonly Spot[], lower: readonly Spot[]): string {
  return upper.length === 0 ? '' : `${linePath([...upper, ...lower.toReversed()])}Z`;
}

/** The part of a line before it first leaves the frame at the top or the right, with the spot where it does. */
export function withinFrame(spots: readonly Spot[], { width }: Frame): Spot[] {
  const outside = spots.findIndex(({ x, y }) => x > width || y < 0);
  const [last, next] = [spots[outside - 1], spots[outside]];
  if (!last || !next) return outside === 0 ? [] : [...spots];
  const byHeight = next.y < 0 ? last.y / (last.y - next.y) : 1;
  const byWidth = next.x > width ? (width - last.x) / (next.x - last.x) : 1;
  const share = Math.min(byHeight, byWidth);
  const x = tenth(last.x + (next.x - last.x) * share);
  return [...spots.slice(0, outside), { x, y: tenth(last.y + (next.y - last.y) * share) }];
}
