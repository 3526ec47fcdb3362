import type { EditorFile, Mark, Note } from './editor.ts';
import type { Place } from './place.ts';

/** Which file the plain editor shows, and what it remembers of the others. */
export class PlainState {
  file: EditorFile = $state.raw({ name: '', text: '', editable: false });
  marks: readonly Mark[] = $state.raw([]);
  notes: readonly Note[] = $state.raw([]);
  /** Where the caret goes; without a `top`, in CSS pixels, its line is scrolled into view. */
  revealed: (Place & { top: number | null }) | null = $state.raw(null);
  wrapped: boolean = $state(false);
  #texts = new Map<string, string>();

  open(file: EditorFile): void {
    this.file = { ...file, text: this.#texts.get(file.name) ?? file.text };
    this.marks = [];
    this.notes = [];
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
