/** A place in a text; lines and columns count from 1. */
export type Place = { line: number; column: number };

/** How many characters stand before a place. */
export function offsetOf(text: string, { line, column }: Place): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}

/** The place in a `Listing` under a point of the viewport, in CSS pixels; null where no line is, or a browser cannot tell. */
export function placeAt(listing: HTMLElement, x: number, y: number): Place | null {
  const under = 'caretPositionFromPoint' in document ? document.caretPositionFromPoint(x, y) : null;
  const node = under?.offsetNode;
  if (!node || !listing.contains(node)) return null;
  const element = node instanceof Element ? node : node.parentElement;
  const line = element?.closest('.line');
  if (!line) return null;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, under.offset);
  const lines = [...(line.parentElement?.children ?? [])];
  return { line: lines.indexOf(line) + 1, column: before.toString().length + 1 };
}
