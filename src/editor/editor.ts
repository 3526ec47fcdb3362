import type { Finding } from '../linter/finding.ts';
import type { Language } from './language.ts';
import type { Place } from './place.ts';

/** A line that an error points to. Lines count from 1. */
export type Mark = { line: number; message: string };

/** What a run found about a line: `figure` is short, such as `1.1 kB a request`; `share` is of the largest, 0 to 1. */
export type Note = { line: number; figure: string; share: number };

export type EditorFile = { name: string; text: string; editable: boolean };

/** What the workbench asks of an editor, whichever it is. Each file keeps its own undo history and place. */
export type Editor = {
  readonly kind: EditorKind;
  /** Shows a file; the first time with this text, later with what it holds already. */
  open(file: EditorFile): void;
  /** Puts a text in place from outside (a reset, an undo); the editor's own undo still reaches behind it. */
  replace(name: string, text: string): void;
  mark(marks: readonly Mark[]): void;
  /** Shows notes beside the lines of the file that is open, in place of those that stood there. */
  annotate(notes: readonly Note[]): void;
  /** Formats the file that is open, undoably. Null: this editor does not. */
  format: (() => void) | null;
  reveal(line: number): void;
  /** Puts the caret there, with the text scrolled down by `top` CSS pixels. */
  place(place: Place, top: number): void;
  /** Whether long lines go on below instead of out of sight. */
  wrap(wrapped: boolean): void;
  focus(): void;
  dispose(): void;
};

export type EditorKind = 'monaco' | 'plain';

export type EditorOptions = {
  host: HTMLElement;
  /** Called for what the learner types, not for `replace`. */
  onEdit: (name: string, text: string) => void;
  onTabMode: (tabLeaves: boolean) => void;
  /** Called with what a linter says about a file as it is now; null: there is no linter. */
  onFindings: (name: string, findings: readonly Finding[] | null) => void;
  /** Called when a file was formatted, with a sentence where it could not be. */
  onFormatted: (trouble: string | null) => void;
  /** Null: an editor without completion. */
  language: Language | null;
};
