import type { BenchFile } from './files.ts';

/** What the learner's files say now, and what was set aside for others. */
export class Texts {
  files: readonly BenchFile[] = $state.raw([]);
  #now: Record<string, string> = $state.raw({});
  /** Texts that a reset or a link replaced; `undo` swaps them back in. */
  setAside: Record<string, string> = $state.raw({});

  constructor(files: readonly BenchFile[]) {
    this.files = files;
  }

  of(name: string): string {
    return this.#now[name] ?? this.startOf(name);
  }

  startOf(name: string): string {
    return this.files.find((file) => file.name === name)?.start ?? '';
  }

  isChanged(name: string): boolean {
    return this.of(name) !== this.startOf(name);
  }

  get changed(): string[] {
    return this.files.filter((file) => file.editable && this.isChanged(file.name)).map((file) => file.name);
  }

  /** Other files altogether, with these texts where they are not as at their start. Nothing is set aside. */
  replace(files: readonly BenchFile[], texts: Readonly<Record<string, string>>): void {
    this.files = files;
    this.#now = { ...texts };
    this.setAside = {};
  }

  set(name: string, text: string): void {
    this.#now = { ...this.#now, [name]: text };
  }

  /** Puts files back as they were at the start; gives the names of those that changed by it. */
  reset(names: readonly string[]): string[] {
    const replaced = names.filter((name) => this.isChanged(name));
    if (replaced.length > 0) this.#swap(replaced, (name) => this.startOf(name));
    return replaced;
  }

  /** Puts other texts in the place of those that are there; gives the names of those that changed by it. */
  put(texts: Readonly<Record<string, string>>): string[] {
    const replaced = Object.keys(texts).filter((name) => this.of(name) !== texts[name]);
    if (replaced.length > 0) this.#swap(replaced, (name) => texts[name] ?? this.of(name));
    return replaced;
  }

  /** Brings back what was set aside. What stood there instead is set aside in turn, so this too can be undone. */
  undo(): string[] {
    const before = this.setAside;
    const names = Object.keys(before);
    this.#swap(names, (name) => before[name] ?? this.startOf(name));
    return names;
  }

  #swap(names: readonly string[], next: (name: string) => string): void {
    const aside = Object.fromEntries(names.map((name) => [name, this.of(name)]));
    const now = Object.fromEntries(names.map((name) => [name, next(name)]));
    this.setAside = aside;
    this.#now = { ...this.#now, ...now };
  }
}
