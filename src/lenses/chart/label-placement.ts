import type { Frame, Spot } from './scale.ts';
import { textBox, textWidth, type TextLine } from './text-size.ts';

export type Box = Spot & { width: number; height: number };
/** Words begin or end at `x` and stand above or below `y`; they break where they are wider than `room`. */
export type Place = Spot & { anchor: 'start' | 'end'; stand: 'above' | 'below'; room: number };
export type Line = readonly Spot[];
/** Places to choose from, the best first. `far` ones are for words that find no room near what they speak of. */
export type Places = { near: readonly Place[]; far: readonly Place[] };

const NEAR = 6;
/** Pixels over the plot that are free for words; under it stand the ticks. */
const AIR = 10;
/** Shares of the frame's width that words may take where they have to break, the widest first. */
const SHARES = [0.75, 0.58, 0.42];
const NARROWEST = 64;

/** Places words one after the other, clear of lines and of the words before: unbroken if it can, else broken, else crossed least. */
export function labelPlacer(frame: Frame) {
  const boxes: Box[] = [];
  return (words: readonly TextLine[], lines: readonly Line[], places: Places): Place | null => {
    let best: { place: Place; cost: number } | null = null;
    for (const place of candidates(words, frame, places)) {
      const cost = costOf(boxOf(words, place), frame, lines, boxes);
      if (best === null || cost < best.cost) best = { place, cost };
      if (cost === 0) break;
    }
    if (best) boxes.push(boxOf(words, best.place));
    return best?.place ?? null;
  };
}

/** A strong line breaks only where there is no other way. */
function candidates(words: readonly TextLine[], frame: Frame, { near, far }: Places): Place[] {
  if (words.length === 0) return [];
  const whole = textBox(words, Infinity).width;
  const least = Math.max(
    Math.min(whole, NARROWEST),
    ...words.filter(({ strong }) => strong).map((line) => textWidth(line)),
  );
  const inOrder = [near, far].flatMap((places) => [
    ...places.filter(({ room }) => room >= whole),
    ...SHARES.flatMap((share) => narrowed(places, share * frame.width)).filter(({ room }) => room >= least),
  ]);
  return inOrder.length > 0 ? inOrder : [...far, ...near];
}

function narrowed(places: readonly Place[], most: number): Place[] {
  return places.map((place) => ({ ...place, room: Math.min(place.room, most) }));
}

export function boxOf(words: readonly TextLine[], { x, y, anchor, stand, room }: Place): Box {
  const { width, height } = textBox(words, room);
  return { x: anchor === 'end' ? x - width : x, y: stand === 'above' ? y - height : y, width, height };
}

function costOf(box: Box, frame: Frame, lines: readonly Line[], boxes: readonly Box[]): number {
  const outside = Math.max(0, -AIR - box.y) + Math.max(0, box.y + box.height - frame.height);
  const covered = boxes.filter((other) => overlaps(box, other)).length;
  return lines.reduce((sum, line) => sum + crossings(box, line), 10 * outside + 100 * covered);
}

/** How many steps along a line lie in the box or close to it. */
function crossings(box: Box, line: Line): number {
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
