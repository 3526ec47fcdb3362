/** A guess at the room that words need: it keeps the geometry free of the page, and a picture without script has no other. */

export type TextLine = { text: string; size: number; strong: boolean };

const LINE_HEIGHT = 1.3;

/** The two sizes of words on a chart, in pixels: `--text-s` and `--text-m`. */
export function weak(text: string): TextLine {
  return { text, size: 13, strong: false };
}

export function strong(text: string): TextLine {
  return { text, size: 15, strong: true };
}

/** In pixels, of the typeface that we ship. */
export function textWidth({ text, size, strong }: TextLine): number {
  return text.length * size * (strong ? 0.5 : 0.47);
}

/** The size in pixels of lines that break where they are wider than `room`. */
export function textBox(lines: readonly TextLine[], room: number): { width: number; height: number } {
  return {
    width: Math.min(room, Math.max(0, ...lines.map(textWidth))),
    height: lines.reduce((sum, line) => sum + line.size * LINE_HEIGHT * rows(textWidth(line), room), 0),
  };
}

/** A line breaks between words, so its rows are never quite full. */
function rows(width: number, room: number): number {
  return width <= room ? 1 : Math.ceil(width / (room * 0.88));
}
