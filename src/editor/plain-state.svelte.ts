import type { EditorFile, Mark } from './editor.ts';

/** Which file the plain editor shows, and what it remembers of the others. */
export class PlainState {
  file: EditorFile = $state.raw({ name: '', text: '', editable: false });
  marks: readonly Mark[] = $state.raw([]);
  revealed: { line: number } | null = $state.raw(null);
  #texts = new Map<string, string>();

  open(file: EditorFile): void {
    this.file = { ...file, text: this.#texts.get(file.name) ?? file.text };
    this.marks = [];
  }

  edit(text: string): void {
    this.#texts.set(this.file.name, text);
    this.file = { ...this.file, text };
  }

  replace(name: string, text: string): void {
    this.#texts.set(name, text);
    if (this.file.name === name) this.file = { ...this.file, text };
  }
}
