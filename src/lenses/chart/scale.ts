/** Pixels of the plot, from its top left. A static picture is drawn for one frame and stretched to the page. */
export type Spot = { x: number; y: number };
export type Frame = { width: number; height: number };
export type Range = readonly [from: number, to: number];
export type Scale = (value: number) => number;

/** Maps `domain` on `range` in proportion. A domain without extent lands where the range begins. */
export function linearScale(domain: Range, range: Range): Scale {
  const [from, to] = domain;
  const [start, end] = range;
  return (value) => tenth(from === to ? start : start + ((value - from) / (to - from)) * (end - start));
}

/** A length as the page wants it, so that it grows with the picture: `12.34%`. */
export function share(length: number, whole: number): string {
  return `${Math.round((length / whole) * 1e4) / 100}%`;
}

/** A tenth of a pixel is as fine as a picture shows. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
