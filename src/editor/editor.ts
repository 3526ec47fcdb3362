/** A line that an error points to. Lines count from 1. */
export type Mark = { line: number; message: string };

export type EditorFile = { name: string; text: string; editable: boolean };

/** What the workbench asks of an editor, whichever it is. Each file keeps its own undo history and place. */
export type Editor = {
  readonly kind: EditorKind;
  /** Shows a file; the first time with this text, later with what it holds already. */
  open(file: EditorFile): void;
  /** Puts a text in place from outside (a reset, an undo); the editor's own undo still reaches behind it. */
  replace(name: string, text: string): void;
  mark(marks: readonly Mark[]): void;
  reveal(line: number): void;
  focus(): void;
  dispose(): void;
};

export type EditorKind = 'monaco' | 'plain';

export type EditorOptions = {
  host: HTMLElement;
  /** Called for what the learner types, not for `replace`. */
  onEdit: (name: string, text: string) => void;
  onTabMode: (tabLeaves: boolean) => void;
};
