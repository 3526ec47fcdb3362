import type { Mark } from '../../editor/editor.ts';
import type { PythonError } from '../../runtime/report.ts';
import type { Exercise } from '../exercise.ts';
import { benchFiles, type BenchFile } from './files.ts';
import { Texts } from './texts.svelte.ts';

/** The files on the bench: which one is open, what they say, and what an error has marked in them. */
export class Code {
  readonly texts: Texts;
  marks: Readonly<Record<string, readonly Mark[]>> = $state.raw({});
  /** Where the editor should go; a new object each time, so that the same line can be asked for twice. */
  target: { name: string; line: number } | null = $state.raw(null);
  #open: string | undefined = $state();

  constructor(exercise: Exercise) {
    this.texts = new Texts(benchFiles(exercise));
  }

  get files(): readonly BenchFile[] {
    return this.texts.files;
  }

  /** The open one. */
  get file(): BenchFile {
    const file = this.files.find((one) => one.name === this.#open) ?? this.files[0];
    if (!file) throw new Error('a sandbox has at least one file');
    return file;
  }

  /** The learner's files as they are, by name. */
  get editable(): Record<string, string> {
    const own = this.files.filter((file) => file.editable);
    return Object.fromEntries(own.map(({ name }) => [name, this.texts.of(name)]));
  }

  open(name: string): void {
    this.#open = name;
  }

  /** Another program: its files, and what was changed of them. */
  replace(exercise: Exercise, changed: Readonly<Record<string, string>>): void {
    this.marks = {};
    this.texts.replace(benchFiles(exercise), changed);
  }

  edit(name: string, text: string): void {
    this.texts.set(name, text);
    if (this.marks[name]) this.marks = without(this.marks, name);
  }

  goTo(name: string, line: number): void {
    if (!this.files.some((file) => file.name === name)) return;
    this.open(name);
    this.target = { name, line };
  }

  /** Puts files back as they were at the start; gives the names of those that changed by it. */
  reset(names: readonly string[]): string[] {
    this.marks = {};
    return this.texts.reset(names);
  }

  /** Opens texts of somebody else; gives the names of those that changed by it. */
  put(texts: Readonly<Record<string, string>>): string[] {
    this.marks = {};
    const replaced = this.texts.put(texts);
    if (replaced[0] !== undefined) this.open(replaced[0]);
    return replaced;
  }

  /** Marks the innermost line that the learner can change; the traceback holds the rest. */
  mark({ type, message, frames }: PythonError): void {
    const frame = frames.findLast((one) =>
      this.files.some((file) => file.name === one.file && file.editable),
    );
    if (frame) this.marks = { [frame.file]: [{ line: frame.line, message: `${type}: ${message}` }] };
  }
}

function without<Value>(record: Readonly<Record<string, Value>>, name: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}
