import type { editor as monaco } from 'monaco-editor/editor';
import type { Note } from './editor.ts';

/** How wide a bar can be, in steps of the style sheet. */
const STEPS = 4;

/** A bar in the margin, and the figure behind the line, where it is no part of the text. */
export function noteDecorations(
  model: monaco.ITextModel,
  notes: readonly Note[],
): monaco.IModelDeltaDecoration[] {
  return notes
    .filter(({ line }) => line <= model.getLineCount())
    .map(({ line, figure, share }) => {
      const column = model.getLineMaxColumn(line);
      return {
        range: { startLineNumber: line, startColumn: column, endLineNumber: line, endColumn: column },
        options: {
          linesDecorationsClassName: `leaklab-note leaklab-note-${Math.max(1, Math.ceil(share * STEPS))}`,
          after: { content: `   ${figure}`, inlineClassName: 'leaklab-note-figure', cursorStops: 3 },
          showIfCollapsed: true,
        },
      };
    });
}
